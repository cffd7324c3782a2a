import type { Moment } from '../run/recording.ts'

const TOKENS =
  /(\/\/.*$)|('(?:[^'\\]|\\.)*')|\b(const|let|for|if|else|return|new|typeof|await|async|function)\b|\b(\d+)\b|([A-Za-z]\w*)(?=\()|(\w+)(?=:)/gm
const KINDS = ['comment', 'string', 'keyword', 'number', 'call', 'key'] as const

/** The code of a lesson, line by line; the line that is running is lit. */
export function CodeView({ code, label, lit }: { readonly code: string; readonly label: string; readonly lit?: number | undefined }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled to, by the keyboard too
    <ol className="lesson-code" aria-label={label} tabIndex={0}>
      {code.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number
        <li key={index} aria-current={index + 1 === lit ? 'true' : undefined}>
          <code>{tokensOf(line)}</code>
        </li>
      ))}
    </ol>
  )
}

function tokensOf(line: string) {
  const parts = []
  let from = 0
  for (const match of line.matchAll(TOKENS)) {
    const kind = KINDS[match.slice(1).findIndex((group) => group !== undefined)]
    if (match.index > from) parts.push(line.slice(from, match.index))
    parts.push(
      <span key={match.index} className={`is-${kind}`}>
        {match[0]}
      </span>,
    )
    from = match.index + match[0].length
  }
  parts.push(line.slice(from))
  return parts
}

/** The line of the code that a moment belongs to: where the callback, or the call, is written. In a loop all calls share one. */
export function lineOf(code: string, moment: Moment | undefined): number | undefined {
  if (!moment) return undefined
  const name = moment.kind === 'heard' ? moment.name : moment.event.type === 'created' ? `wx.${moment.event.api}` : undefined
  if (!name) return undefined
  const lines = code
    .split('\n')
    .flatMap((line, index) => (new RegExp(`(^|\\W)${name.replace('.', '\\.')}\\W`).test(line) ? [index + 1] : []))
  const calls = code.split('\n').flatMap((line, index) => (/wx\.\w+\(\{/.test(line) ? [index + 1] : []))
  const start = calls[moment.call - 1] ?? calls.at(-1) ?? 1
  return lines.find((line) => line >= start) ?? lines.at(-1)
}
