/** Why a pattern is not used. */
export type RegexFault = 'bad-regex' | 'slow-regex'

/** Characters of one text that are looked at. The time that a search takes grows with their square. */
const LONGEST = 500
/** Each choice may double the time of a search, where one follows the other. */
const MOST_CHOICES = 8
const MOST_CHOICES_BESIDE_REPEATS = 3

/** One character or class, and how often it comes; a parenthesis or `|`; a sign of its own. */
const PART =
  /(\\[pP]\{[^}]*\}|\\(?:u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|c[a-z]|.)|\[(?:\\.|[^\]\\])*\]|\((?:\?:|\?<[a-z]\w*>|(?!\?))|[^\\([])([*+?]\??|\{\d+(?:,\d*)?\}\??)?/giy

/**
 * Reads `/pattern/flags` into a test; `undefined` when the text is none. As in Chrome, upper and lower case are the same.
 * Only patterns are taken of which the engine can retry so little that no text holds up the page: repeated is one character or class
 * at a time, with something behind it that it cannot be.
 */
export function readRegex(text: string): ((text: string) => boolean) | RegexFault | undefined {
  const [, source, flags = ''] = /^\/(.+)\/([imsu]*)$/.exec(text) ?? []
  if (source === undefined) return undefined
  let regex: RegExp
  try {
    regex = new RegExp(source, [...new Set(`im${flags}`)].join(''))
  } catch {
    return 'bad-regex'
  }
  return isQuick(source, regex.flags) ? (line) => regex.test(line.slice(0, LONGEST)) : 'slow-regex'
}

function isQuick(source: string, flags: string): boolean {
  const parts = partsOf(source)
  if (!parts) return false
  const choices = parts.filter(({ text, times }) => text === '|' || times?.startsWith('?')).length
  if (choices > MOST_CHOICES) return false
  const repeated = parts.flatMap(({ times }, place) => (times && !times.startsWith('?') ? [place] : []))
  if (repeated.length > 1 ? choices > 0 : repeated.length === 1 && choices > MOST_CHOICES_BESIDE_REPEATS) return false
  return repeated.slice(0, -1).every((place) => {
    const repeat = parts[place] as Part
    const next = parts.slice(place + 1).find(({ text }) => text !== ')' && !text.startsWith('('))
    return next !== undefined && next.times === undefined && isLiteral(next.text) && !canBe(repeat.text, next.text, flags)
  })
}

interface Part {
  readonly text: string
  readonly times?: string
}

/** `undefined` when there is something else in it: a look around, or a reference back. */
function partsOf(source: string): readonly Part[] | undefined {
  const parts: Part[] = []
  PART.lastIndex = 0
  while (PART.lastIndex < source.length) {
    const match = PART.exec(source)
    if (!match || /^\\(?:[1-9]|k)/.test(match[0])) return undefined
    const [, text = '', times] = match
    // What is in a group may come again only as often as it stands there.
    if (text === ')' && times !== undefined) return undefined
    parts.push({ text, ...(times !== undefined && { times }) })
  }
  return parts
}

function isLiteral(text: string): boolean {
  return /^(?:[^()|^$.[\]\\]|\\[^a-z\d])$/i.test(text)
}

function canBe(repeated: string, literal: string, flags: string): boolean {
  const character = literal.startsWith('\\') ? literal.slice(1) : literal
  return new RegExp(`^(?:${repeated})$`, flags).test(character)
}
