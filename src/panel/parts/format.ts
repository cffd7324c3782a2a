/** Between a number and its unit: narrow, and no place to break a line. */
const THIN = '\u202f'

/**
 * A length of time in ms, as short as it stays useful: `0.3 ms`, `84 ms`, `1.24 s`, `2 min 5 s`.
 * Put `formatExactDuration` on the title.
 */
export function formatDuration(ms: number): string {
  const length = Math.max(0, ms)
  if (length < 9.95) return `${trim(length.toFixed(1))}${THIN}ms`
  if (length < 999.5) return `${Math.round(length)}${THIN}ms`
  if (length < 9_995) return `${(length / 1000).toFixed(2)}${THIN}s`
  if (length < 59_950) return `${(length / 1000).toFixed(1)}${THIN}s`
  const seconds = Math.round(length / 1000)
  const rest = seconds % 60
  const minutes = `${Math.floor(seconds / 60)}${THIN}min`
  return rest === 0 ? minutes : `${minutes} ${rest}${THIN}s`
}

/** The same with everything that was measured: `1,240.312 ms`. */
export function formatExactDuration(ms: number): string {
  return `${group(Math.round(ms * 1000) / 1000)}${THIN}ms`
}

/** As short as a round length of time can be: `0`, `200 ms`, `1.5 s`. */
export function formatTick(ms: number): string {
  if (ms === 0) return '0'
  if (ms < 999.5) return `${Math.round(ms * 100) / 100}${THIN}ms`
  return ms < 59_950 ? `${Math.round(ms / 100) / 10}${THIN}s` : formatDuration(ms)
}

/** A size in bytes: `812 B`, `1.2 kB`, `34 kB`, `1.4 MB`; a kB is 1,000 bytes. Put `formatExactSize` on the title. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes}${THIN}B`
  if (bytes < 999_500) return `${shorten(bytes / 1e3)}${THIN}kB`
  if (bytes < 999_500_000) return `${shorten(bytes / 1e6)}${THIN}MB`
  return `${shorten(bytes / 1e9)}${THIN}GB`
}

/** The same to the byte: `1,234 B`. */
export function formatExactSize(bytes: number): string {
  return `${group(bytes)}${THIN}B`
}

/** A moment in epoch ms as the clock on the wall showed it: `14:03:22.184`. */
export function formatMoment(epoch: number): string {
  const date = new Date(epoch)
  const parts = [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0'))
  return `${parts.join(':')}.${String(date.getMilliseconds()).padStart(3, '0')}`
}

/** The same with its day, for a title: `2026-11-22 14:03:22.184`. */
export function formatExactMoment(epoch: number): string {
  const date = new Date(epoch)
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'))
  return `${day.join('-')} ${formatMoment(epoch)}`
}

/** The beginning of a long text, and how many characters the whole has: `Error: a… (65,537)`. A page takes seconds to lay out a long line. */
export function clipText(text: string, longest = 1000): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}… (${group(text.length)})`
}

/** A whole number with its thousands apart: `12,345`. */
export function formatCount(count: number): string {
  return group(count)
}

function shorten(value: number): string {
  return value < 9.95 ? trim(value.toFixed(1)) : String(Math.round(value))
}

function trim(digits: string): string {
  return digits.endsWith('.0') ? digits.slice(0, -2) : digits
}

/** One way for both languages, so that a number in a screenshot reads alike. */
function group(value: number): string {
  const [whole = '', fraction] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
