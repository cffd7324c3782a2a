import { decode } from '../call/call-facts.ts'

/** The values of `:name`, and of `*` by their numbers from 0. One that took nothing is not there; a name that stands twice joins with `/`. */
export type PatternParams = Readonly<Record<string, string>>

/** Longer addresses match no pattern, as in MSW. */
const LONGEST_ADDRESS = 8192

type Token =
  | { readonly kind: 'literal'; readonly text: string }
  | {
      /** `*`, `:name` with its modifier. */
      readonly kind: 'part'
      /** Absent of a `*`. */
      readonly name?: string
      /** Ends before the next slash. */
      readonly withinSegment: boolean
      readonly mayBeEmpty: boolean
      /** May be left out with the slash before it. */
      readonly takesSlash: boolean
    }
/** A part with the literal before whose places it ends: the next one, wherever that stands. */
type Part = Extract<Token, { kind: 'part' }>

/**
 * Compiles a pattern as MSW matches it (`@msw/url`), in a time that grows with the length of the pattern times that of the address: of
 * each token it is found once, from the back, where in the address the rest of the pattern fits.
 */
export function compilePattern(pattern: string): (address: string) => PatternParams | undefined {
  const tokens = readTokens(lowerHead(pattern))
  const literals = tokens.map((_, at) => nextLiteral(tokens, at))
  const hasSlashAtEnd = literals.at(-1)?.endsWith('/') ?? false
  if (tokens.every(({ kind }) => kind === 'literal') && !pattern.includes('\\')) return isText(lowerHead(pattern), hasSlashAtEnd)
  const cannotMatch = compileFirstLook(tokens)

  return (address) => {
    if (address.length > LONGEST_ADDRESS || cannotMatch(address)) return undefined
    const rest = new Reach(tokens, literals, address, !hasSlashAtEnd)
    return rest.fits(0, 0) ? paramsOf(tokens, rest, address) : undefined
  }
}

function isText(text: string, hasSlashAtEnd: boolean): (address: string) => PatternParams | undefined {
  return (address) => {
    const plain = hasSlashAtEnd || address.length < 2 ? address : address.replace(/\/$/, '')
    return [address, plain].some((each) => each === text || decode(each) === text) ? {} : undefined
  }
}

/** Scheme and host mind no case, names of parameters do. */
function lowerHead(pattern: string): string {
  const head = /^[^/]*:\/\/[^/]*/.exec(pattern)?.[0] ?? ''
  const lower = head.replace(/\[[^\]]*\]|:[A-Za-z_]\w*|[^:[]+/g, (part) => (part.startsWith(':') ? part : part.toLowerCase()))
  return lower + pattern.slice(head.length)
}

function readTokens(pattern: string): readonly Token[] {
  const tokens: Token[] = []
  let literal = ''
  let inBrackets = false
  const add = (part: Part) => {
    if (literal !== '') tokens.push({ kind: 'literal', text: literal })
    literal = ''
    tokens.push(part)
  }
  for (const [part, escaped, name, modifier] of pattern.matchAll(/\\(.)|:([A-Za-z_]\w*)([?+*]?)|[^\\*:[\]]+|./gs)) {
    if (escaped !== undefined) literal += escaped
    else if (!inBrackets && part === '*') add({ kind: 'part', withinSegment: false, mayBeEmpty: true, takesSlash: false })
    else if (!inBrackets && name !== undefined)
      add({
        kind: 'part',
        name,
        withinSegment: modifier === '' || modifier === '?',
        mayBeEmpty: modifier === '?' || modifier === '*',
        takesSlash: modifier === '?' || modifier === '*',
      })
    else {
      if (part === '[' || part === ']') inBrackets = part === '['
      literal += part
    }
  }
  if (literal !== '') tokens.push({ kind: 'literal', text: literal })
  return tokens
}

function nextLiteral(tokens: readonly Token[], from: number): string | undefined {
  return tokens.slice(from).find((token) => token.kind === 'literal')?.text
}

/** Whether a literal is missing, or stands before one that should come earlier: rules most addresses out at the cost of a search. */
function compileFirstLook(tokens: readonly Token[]): (address: string) => boolean {
  const texts = tokens.flatMap((token, at) =>
    token.kind === 'literal' ? [leavesSlash(tokens, at) ? token.text.slice(0, -1) : token.text] : [],
  )
  return (address) => {
    // A literal may stand there percent-encoded.
    if (address.includes('%')) return false
    let at = 0
    return texts.some((text) => {
      const found = address.indexOf(text, at)
      at = found + text.length
      return found < 0
    })
  }
}

/** Whether a literal may go without its last slash, since what follows may be left out. */
function leavesSlash(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  return token?.kind === 'literal' && token.text.endsWith('/') && next?.kind === 'part' && next.takesSlash
}

/** A step from one token to another, and to the place in the address where that begins. */
interface Step {
  readonly token: number
  readonly at: number
}

/** Where the rest of a pattern fits into an address. */
class Reach {
  readonly #tokens: readonly Token[]
  readonly #literals: readonly (string | undefined)[]
  readonly #address: string
  readonly #allowsSlash: boolean
  readonly #decoded: Decoded | undefined
  /** By token and place, whether everything from there fits. */
  readonly #fits: readonly Uint8Array[]

  constructor(tokens: readonly Token[], literals: readonly (string | undefined)[], address: string, allowsSlash: boolean) {
    this.#tokens = tokens
    this.#literals = literals
    this.#address = address
    this.#allowsSlash = allowsSlash
    this.#decoded = address.includes('%') ? new Decoded(address) : undefined
    const { length } = address
    this.#fits = Array.from({ length: tokens.length + 1 }, () => new Uint8Array(length + 1))
    const [end] = this.#fits.slice(-1)
    end?.fill(1, allowsSlash && address.endsWith('/') ? length - 1 : length)
    for (let token = tokens.length - 1; token >= 0; token -= 1) this.#fill(token)
  }

  fits(token: number, at: number): boolean {
    return this.#fits[token]?.[at] === 1
  }

  /** From the back, so that the next end of a part and the next slash are known at each place. */
  #fill(nth: number): void {
    const token = this.#tokens[nth] as Token
    const own = this.#fits[nth] as Uint8Array
    if (token.kind === 'literal') {
      for (let at = this.#address.length; at >= 0; at -= 1) own[at] = Number(this.#afterLiteral(nth, at) !== undefined)
      return
    }
    const isLast = nth === this.#tokens.length - 1
    let slash = this.#address.length
    let next = Number.POSITIVE_INFINITY
    let afterNext = next
    for (let at = this.#address.length; at >= 0; at -= 1) {
      if (this.#address[at] === '/') slash = at
      if (this.#endsAt(nth, at)) [next, afterNext] = [at, next]
      const boundary = token.withinSegment ? slash : this.#address.length
      const end = token.mayBeEmpty || next !== at ? next : afterNext
      own[at] = Number(
        isLast ? this.#lastEnd(token, at, boundary) !== undefined : end <= boundary || (token.mayBeEmpty && this.fits(nth + 1, at)),
      )
    }
  }

  /** Whether a part may end here: at the end of the address, or where its literal stands, and the rest fits. */
  #endsAt(nth: number, at: number): boolean {
    const literal = this.#literals[nth]
    return this.fits(nth + 1, at) && (literal === undefined || this.#address.startsWith(literal, at))
  }

  /** Where the last token, a part, ends: it takes all that is left, but leaves the slash that needs not be there. */
  #lastEnd({ name, withinSegment, mayBeEmpty }: Part, at: number, boundary: number): number | undefined {
    if (!mayBeEmpty && at === boundary) return undefined
    const least = mayBeEmpty ? at : at + 1
    const leaves = name !== undefined && !withinSegment && this.#allowsSlash && this.#address[boundary - 1] === '/' && boundary - 1 >= least
    return [...(leaves ? [boundary - 1] : []), boundary].find((end) => this.fits(this.#tokens.length, end))
  }

  #afterLiteral(nth: number, at: number): Step | undefined {
    const { text } = this.#tokens[nth] as Extract<Token, { kind: 'literal' }>
    const length = this.#address.startsWith(text, at) ? text.length : this.#decoded?.lengthOf(text, at)
    if (length !== undefined && this.fits(nth + 1, at + length)) return { token: nth + 1, at: at + length }
    const short = text.length - 1
    if (leavesSlash(this.#tokens, nth) && this.#address.startsWith(text.slice(0, -1), at) && this.fits(nth + 2, at + short))
      return { token: nth + 2, at: at + short }
    return undefined
  }

  /** The step that MSW's matcher would come to: the first literal, then the empty part. */
  step({ token: nth, at }: Step): Step {
    const token = this.#tokens[nth] as Token
    if (token.kind === 'literal') return this.#afterLiteral(nth, at) as Step
    const slash = token.withinSegment ? this.#address.indexOf('/', at) : -1
    const boundary = slash < 0 ? this.#address.length : slash
    if (nth === this.#tokens.length - 1) return { token: nth + 1, at: this.#lastEnd(token, at, boundary) as number }
    let end = token.mayBeEmpty ? at : at + 1
    while (end <= boundary && !this.#endsAt(nth, end)) end += 1
    return { token: nth + 1, at: end <= boundary ? end : at }
  }
}

function paramsOf(tokens: readonly Token[], rest: Reach, address: string): PatternParams {
  const params = new Map<string, string>()
  let stars = 0
  let here: Step = { token: 0, at: 0 }
  while (here.token < tokens.length) {
    const next = rest.step(here)
    const token = tokens[here.token] as Token
    if (token.kind === 'part') {
      const name = token.name ?? String(stars++)
      const before = params.get(name)
      const value = decode(address.slice(here.at, next.at))
      if (value !== '') params.set(name, before === undefined ? value : `${before}/${value}`)
    }
    here = next
  }
  return Object.fromEntries(params)
}

/** An address whose encoded characters can be compared with those of a pattern, which are ASCII: of others nothing is known here. */
class Decoded {
  readonly #text: string
  /** By place in the address, where that is in the text; by place in the text, where that is in the address. */
  readonly #within: Int32Array
  readonly #places: readonly number[]

  constructor(address: string) {
    const units = address.match(/%(?:[\da-f]{2})?|[^%]/gi) ?? []
    this.#within = new Int32Array(address.length).fill(-1)
    const places = [0]
    units.forEach((unit, nth) => {
      const at = places[nth] as number
      this.#within[at] = nth
      places.push(at + unit.length)
    })
    this.#places = places
    this.#text = units.map((unit) => (unit.startsWith('%') ? asciiOf(unit) : unit)).join('')
  }

  /** How much of the address a literal takes there; `undefined` if it is not there. */
  lengthOf(literal: string, at: number): number | undefined {
    const within = this.#within[at] ?? -1
    if (within < 0 || !this.#text.startsWith(literal, within)) return undefined
    return (this.#places[within + literal.length] as number) - at
  }
}

const asciiOf = (unit: string): string => (/^%[0-7]/.test(unit) ? decode(unit) : '\uffff')
