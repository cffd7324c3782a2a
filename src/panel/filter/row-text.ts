import { formatDuration, formatExactDuration, formatExactMoment, formatExactSize, formatSize } from '../parts/format.ts'
import { API_NAMES } from '../rows/api-names.ts'
import { durationOf } from '../rows/column-values.ts'
import { placeOfInitiator } from '../rows/initiator-frames.ts'
import type { RowTest } from '../rows/row-index.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { statusText } from '../rows/status-text.ts'
import type { HeldRow, TaskRow } from '../rows/task-row.ts'
import { hostOf, readable, splitUrl } from '../rows/url-parts.ts'
import { failureWords } from '../words/failure-words.ts'
import { listWords } from '../words/list-words.ts'
import { rowWords } from '../words/row-words.ts'
import { taskWords } from '../words/task-words.ts'

const LANGUAGES = (['zh', 'en'] as const).map((language) => ({
  words: listWords[language],
  tasks: taskWords[language],
  failures: failureWords[language],
  row: rowWords[language],
}))

const words = new WeakMap<HeldRow, string>()
const names = new WeakMap<HeldRow, string>()
const figures = new WeakMap<HeldRow, string>()
/** The words of ordinary rows, one of each kind, the latest first: most calls say what another does, and to see that costs least. */
let said: readonly { readonly row: HeldRow; readonly text: string }[] = []
const MOST_KINDS = 64

/** What times and sizes are written with, in small letters: the units are `B kB MB GB ms s min`. */
const ONLY_FIGURES = /^[\d.,: bgikmns-]*$/

/** Finds a text in what a row shows, in any column and in both languages. `startedAt` is epoch ms of zero on the session clock. */
export function findText(text: string, startedAt: number): RowTest {
  const wanted = fold(text)
  const mayBeFigure = ONLY_FIGURES.test(wanted)
  const mayBeNumber = /^\d+$/.test(wanted)
  return (row, reader) =>
    row.url.toLowerCase().includes(wanted) ||
    wordsOf(row, reader).includes(wanted) ||
    (mayBeNumber && String(row.number).includes(wanted)) ||
    (mayStandInName(row, wanted) && namesOf(row, reader).includes(wanted)) ||
    (mayBeFigure && figuresOf(row, startedAt).includes(wanted))
}

/** Finds one of the texts of a row that a pattern matches, each by itself. */
export function findPattern(matches: (line: string) => boolean, startedAt: number): RowTest {
  return (row, reader) =>
    matches(String(row.number)) ||
    [wordsOf(row, reader), namesOf(row, reader), figuresOf(row, startedAt)].some((lines) => lines.split('\n').some(matches))
}

/** A line for each text. Made when it is first searched, and once, since a row never changes; not kept where the row has only the beginning of one. */
function wordsOf(row: HeldRow, reader: RowReader): string {
  const alike = said.find((each) => isAlike(row, each.row))
  if (alike) return alike.text
  const before = words.get(row)
  if (before !== undefined) return before
  if (row.shortened) return toLines(wordsIn(reader.unpack() ?? row))
  const text = toLines(wordsIn(row))
  words.set(row, text)
  if (isOrdinary(row)) said = [{ row, text }, ...said.slice(0, MOST_KINDS - 1)]
  return text
}

/** Whether the words of an ordinary row are those of another, as far as a glance tells: rows share the objects of their parts. */
function isAlike(row: HeldRow, other: HeldRow): boolean {
  return (
    row.initiator === other.initiator &&
    row.statusCode === other.statusCode &&
    row.method === other.method &&
    row.api === other.api &&
    row.state === other.state &&
    row.by === other.by &&
    row.ruleName === other.ruleName &&
    row.page === other.page &&
    row.check === other.check &&
    row.timing === other.timing &&
    row.given === other.given &&
    row.cookies === other.cookies &&
    row.sentCookies === other.sentCookies &&
    row.chunks === other.chunks &&
    row.refusedTargets === other.refusedTargets &&
    isOrdinary(row)
  )
}

/** Whether a row says nothing beyond what `isAlike` compares. */
function isOrdinary({ callbacks, error, listenerCalls, marks, redirects, shortened, socket }: HeldRow): boolean {
  return !error && !socket && !shortened && marks.ended !== undefined && redirects.length + callbacks.length + listenerCalls.length === 0
}

/** The names of a url that its text does not have as they are shown. */
function namesOf(row: HeldRow, reader: RowReader): string {
  const before = names.get(row)
  if (before !== undefined) return before
  const text = toLines(namesIn(((row.shortened ? reader.unpack() : undefined) ?? row).url))
  if (!row.shortened && isEscaped(row.url)) names.set(row, text)
  return text
}

/** Whether a text that is not in the url may be in its names: where nothing is escaped, only across a place at which two parts meet that stand apart in the url. */
function mayStandInName(row: HeldRow, wanted: string): boolean {
  if (row.shortened || isEscaped(row.url) || wanted.includes('/')) return true
  return wanted.includes(hostOf(row.url).charAt(0).toLowerCase())
}

function isEscaped(url: string): boolean {
  return url.includes('%') || url.includes('+')
}

/** Times and sizes, which cost more to write than all else. */
function figuresOf(row: HeldRow, startedAt: number): string {
  const before = figures.get(row)
  if (before !== undefined) return before
  const text = toLines(figuresIn(row, startedAt))
  figures.set(row, text)
  return text
}

function toLines(texts: readonly (string | number | undefined)[]): string {
  return fold(texts.filter((text) => text !== undefined && text !== '').join('\n'))
}

function fold(text: string): string {
  return text.replaceAll('\u202f', ' ').toLowerCase()
}

function wordsIn(task: TaskRow): readonly (string | number | undefined)[] {
  const { api, error, timing } = task
  return [
    task.method,
    api,
    API_NAMES[api],
    task.ruleName,
    error?.errMsg,
    error?.errno,
    error?.name,
    ...LANGUAGES.map((words) => statusText(task, words)),
    ...labelsOf(task),
    task.sentCookies,
    task.cookies.length || undefined,
    task.chunks || undefined,
    timing.connection?.protocol,
    task.page,
    task.initiator && placeOfInitiator(task.initiator),
    ...textsOf(task.given),
  ]
}

function textsOf({ dataType, responseType }: TaskRow['given']): readonly string[] {
  return [dataType, responseType].filter((option) => typeof option === 'string')
}

function figuresIn(task: TaskRow, startedAt: number): readonly (string | undefined)[] {
  const { marks } = task
  const took = durationOf(task)
  return [
    ...(task.statusCode === undefined ? [] : [formatSize(task.receivedBytes), formatExactSize(task.receivedBytes)]),
    ...(took === undefined ? [] : [formatDuration(took), formatExactDuration(took)]),
    marks.headersReceived === undefined ? undefined : formatDuration(marks.headersReceived - marks.created),
    formatExactMoment(startedAt + marks.created),
  ]
}

/** The url as eyes read it: in its parts, side by side as the list shows them, and with plus signs read as the blanks that forms write so. */
function namesIn(url: string): readonly string[] {
  const { name, query, path, host } = splitUrl(url)
  const folder = path.slice(0, path.length - name.length)
  const shown = `${readable(name)}${readable(query)}`
  const texts = [url, `${shown}${folder}`, `${shown}${host}`]
  if (!isEscaped(url)) return texts
  const decoded = [readable(url), readable(path), shown]
  return [...texts, ...decoded, ...decoded.filter((text) => text.includes('+')).map((text) => text.replaceAll('+', ' '))]
}

/** Words in both languages that stand in a cell beside the status. */
function labelsOf(task: TaskRow): readonly string[] {
  const refused = task.check?.verdict === 'refused' && !task.check.reported
  const reused = task.timing.connection?.socketReused
  const reported = task.check?.reported || (task.refusedTargets?.length ?? 0) > 0
  return LANGUAGES.flatMap(({ words, tasks, failures }) => [
    ...(refused ? [words.allow, `✓ ${words.allowed}`] : []),
    ...(task.by === undefined || task.statusCode === undefined ? [words.nobody] : []),
    ...(task.by !== undefined && (task.by !== 'mock' || !task.ruleName) ? [tasks.by[task.by]] : []),
    ...(reused === undefined ? [] : [reused ? words.yes : words.no]),
    ...(reported ? [failures.wouldRefuseShort] : []),
  ])
}
