/** Characters that the parser is given between two rests: some milliseconds of work at the most. */
const STEP = 4096
/** The parser takes time by the square of the depth, and nobody reads so deep. */
const MOST_DEEP = 256
const MOST_ELEMENTS = 30_000

export interface ParsedInSteps {
  readonly parsed: Document
  /** Whether the text was too much, so that only its beginning was read. */
  readonly cut: boolean
}

/**
 * Reads a foreign HTML text into a document without a window, where nothing loads or runs, and lets the page paint between the steps.
 * `trust` makes what the parser takes where the page demands trusted types; it may throw.
 */
export async function parseInSteps(html: string, trust: (html: string) => string, rest: () => Promise<void>): Promise<ParsedInSteps> {
  const parsed = document.implementation.createHTMLDocument('')
  parsed.open()
  let elements = 0
  for (let from = 0; from < html.length; from += STEP) {
    const step = html.slice(from, from + STEP)
    elements += step.split('<').length - 1
    parsed.write(trust(step))
    if (elements > MOST_ELEMENTS || depthAtEnd(parsed) > MOST_DEEP) return { parsed, cut: from + STEP < html.length }
    await rest()
  }
  parsed.close()
  return { parsed, cut: false }
}

/** How deep the place lies that the parser writes to. */
function depthAtEnd({ documentElement }: Document): number {
  let depth = 0
  for (let element: Element | null = documentElement; element; element = element.lastElementChild) depth++
  return depth
}
