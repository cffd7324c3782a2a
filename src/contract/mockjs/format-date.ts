const pad = (number: number, length = 2): string => String(number).padStart(length, '0')

const LETTERS: Readonly<Record<string, (date: Date) => string | number>> = {
  yyyy: (date) => date.getFullYear(),
  yy: (date) => pad(date.getFullYear() % 100),
  y: (date) => pad(date.getFullYear() % 100),
  MM: (date) => pad(date.getMonth() + 1),
  M: (date) => date.getMonth() + 1,
  dd: (date) => pad(date.getDate()),
  d: (date) => date.getDate(),
  HH: (date) => pad(date.getHours()),
  H: (date) => date.getHours(),
  hh: (date) => pad(date.getHours() % 12),
  h: (date) => date.getHours() % 12,
  mm: (date) => pad(date.getMinutes()),
  m: (date) => date.getMinutes(),
  ss: (date) => pad(date.getSeconds()),
  s: (date) => date.getSeconds(),
  SS: (date) => pad(date.getMilliseconds(), 3),
  S: (date) => date.getMilliseconds(),
  A: (date) => (date.getHours() < 12 ? 'AM' : 'PM'),
  a: (date) => (date.getHours() < 12 ? 'am' : 'pm'),
  T: (date) => date.getTime(),
}

/** A date in the letters of Mock.js, in the zone of the browser: `yyyy-MM-dd HH:mm:ss`. */
export function formatDate(date: Date, format: string): string {
  return format.replace(/yyyy|yy|y|MM|M|dd|d|HH|H|hh|h|mm|m|ss|s|SS|S|A|a|T/g, (letters) => String(LETTERS[letters]?.(date) ?? letters))
}

const UNITS = ['second', 'minute', 'hour', 'day', 'month', 'year']

/** The begin of the unit that the date is in; a week begins on Sunday. */
export function startOf(date: Date, unit: string): Date {
  const begin = new Date(date)
  const depth = UNITS.indexOf(unit === 'week' ? 'day' : unit)
  if (depth < 0) return begin
  begin.setMilliseconds(0)
  if (depth >= 1) begin.setSeconds(0)
  if (depth >= 2) begin.setMinutes(0)
  if (depth >= 3) begin.setHours(0)
  if (depth >= 4) begin.setDate(1)
  if (depth >= 5) begin.setMonth(0)
  if (unit === 'week') begin.setDate(begin.getDate() - begin.getDay())
  return begin
}
