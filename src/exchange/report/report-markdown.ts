import type { SessionReport } from './session-report.ts'

/** What a report is written in. */
export interface ReportWords {
  readonly title: string
  readonly request: string
  readonly time: string
  readonly size: string
  readonly count: string
  readonly reason: string
  readonly unchanged: string
  readonly origin: string
  readonly list: string
  readonly listed: string
  readonly yes: string
  readonly no: string
  readonly none: string
  readonly names: string
  readonly sections: Readonly<Record<ReportSection, string>>
  readonly unused: Readonly<Record<keyof SessionReport['unused'], string>>
  readonly lists: Readonly<Record<SessionReport['domains'][number]['list'], string>>
}

/** The parts of a report, in their order. */
type ReportSection = 'slowest' | 'largest' | 'failing' | 'repeated' | 'unused' | 'cookies' | 'domains'

/** Heads and lines of one section, as texts; addresses and names are code. */
export interface ReportTable {
  readonly section: ReportSection
  readonly heads: readonly string[]
  readonly rows: readonly (readonly ReportCell[])[]
}

export interface ReportCell {
  readonly text: string
  readonly code?: true
  /** From 0 to 1 of the largest, where a length tells it faster. */
  readonly share?: number
}

/** How numbers are written. */
interface ReportFormats {
  readonly duration: (ms: number) => string
  readonly size: (bytes: number) => string
  readonly count: (count: number) => string
}

/** The lists of a report, in words. */
export function reportTables(report: SessionReport, words: ReportWords, { count, duration, size }: ReportFormats): readonly ReportTable[] {
  const called = ({ method, url }: { readonly method: string; readonly url: string }): ReportCell => ({
    text: `${method} ${url}`,
    code: true,
  })
  const cells = (...texts: readonly string[]): readonly ReportCell[] => texts.map((text) => ({ text }))
  const { unused } = report
  return [
    {
      section: 'slowest',
      heads: ['#', words.request, words.time],
      rows: report.slowest.map((call) => [
        { text: count(call.number) },
        called(call),
        { text: duration(call.ms), share: call.ms / (report.slowest[0]?.ms ?? 1) },
      ]),
    },
    {
      section: 'largest',
      heads: ['#', words.request, words.size],
      rows: report.largest.map((call) => [
        { text: count(call.number) },
        called(call),
        { text: size(call.bytes), share: call.bytes / (report.largest[0]?.bytes ?? 1) },
      ]),
    },
    {
      section: 'failing',
      heads: [words.request, words.reason, words.count],
      rows: report.failing.map((calls) => [called(calls), { text: calls.reason, code: true }, { text: count(calls.count) }]),
    },
    {
      section: 'repeated',
      heads: [words.request, words.count, words.unchanged, words.size],
      rows: report.repeated.map((calls) => [called(calls), ...cells(count(calls.count), count(calls.unchanged), size(calls.bytes))]),
    },
    {
      section: 'unused',
      heads: [words.reason, words.size],
      rows: (['unchanged', 'cut', 'unheard'] as const)
        .filter((why) => unused[why] > 0)
        .map((why) => cells(words.unused[why], size(unused[why]))),
    },
    {
      section: 'cookies',
      heads: [words.origin, words.names],
      rows: report.setBy.map(({ names, origin }) => [
        { text: origin, code: true },
        { text: names.join(', '), code: true },
      ]),
    },
    {
      section: 'domains',
      heads: [words.list, words.origin, words.count, words.listed],
      rows: report.domains.map(({ calls, list, listed, origin }) => [
        { text: words.lists[list] },
        { text: origin, code: true },
        ...cells(count(calls), listed === undefined ? '–' : listed ? words.yes : words.no),
      ]),
    },
  ]
}

/** A report as Markdown. `facts` are its numbers, each in words. */
export function reportMarkdown(tables: readonly ReportTable[], facts: readonly string[], words: ReportWords): string {
  const sections = tables.map(({ heads, rows, section }) => {
    const title = `## ${words.sections[section]}`
    if (rows.length === 0) return `${title}\n\n${words.none}`
    const lines = [
      heads.map(inCell),
      heads.map(() => '---'),
      ...rows.map((row) => row.map(({ code, text }) => (code ? asCode(text) : inCell(text)))),
    ]
    return `${title}\n\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`
  })
  return [`# ${words.title}`, facts.map((fact) => `- ${inCell(fact)}`).join('\n'), ...sections].join('\n\n').concat('\n')
}

/** No text of a record is read as Markdown or HTML. */
function inCell(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>|#&~]/g, (sign) => `\\${sign}`)
}

/** In code nothing is escaped but what would end a cell; a fence is longer than any run of backticks in it. */
function asCode(text: string): string {
  const line = oneLine(text).replaceAll('|', '\\|')
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return longest > 0 ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
