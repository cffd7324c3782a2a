/** A stretch of text that fits in one row; a line too long for that goes on in the next rows, which bear no number. */
export interface TextRow {
  readonly text: string
  readonly line: number | undefined
  /** Where it begins in the whole text. */
  readonly start: number
}

/** Cuts text into rows of at most `longest` characters, so that a megabyte on one line does not become one row. */
export function splitLines(text: string, longest = 2000): readonly TextRow[] {
  const rows: TextRow[] = []
  let line = 0
  let begin = 0
  for (const whole of text.split(/\r\n|\n|\r/)) {
    const at = begin
    begin += whole.length + (text.startsWith('\r\n', at + whole.length) ? 2 : 1)
    line += 1
    if (whole.length <= longest) {
      rows.push({ text: whole, line, start: at })
      continue
    }
    for (let start = 0; start < whole.length; ) {
      let end = Math.min(start + longest, whole.length)
      // Not between the two halves of one character.
      if (end < whole.length && isHighSurrogate(whole.charCodeAt(end - 1))) end -= 1
      rows.push({ text: whole.slice(start, end), line: start === 0 ? line : undefined, start: at + start })
      start = end
    }
  }
  return rows
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}
