/** How a regular expression of a rule is matched, so that no text can make it slow. */
export type LinearRegex =
  /** Nothing in it repeats: the engine of the browser has nothing to try again. */
  | { readonly engine: 'native' }
  /** The same in the syntax of RE2, whose engine never tries again. */
  | { readonly engine: 're2'; readonly pattern: string }
  /** It needs what only a backtracking engine has, in words that follow the name of a place. */
  | { readonly refused: string }

/** More choices than this, one behind the other, may be slow even where nothing repeats. */
const MOST_CHOICES = 8
/** RE2 knows no more. */
const MOST_REPEATS = 1000

const SPACES = '\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}'
const NO_SPACES =
  '\\x00-\\x{8}\\x{e}-\\x{1f}!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}'
const LINE_ENDS = '\\n\\r\\x{2028}\\x{2029}'

const REWRITE = 'A rule is matched in linear time, so that no text can freeze the page; write it without'

/** Reads a regular expression that `new RegExp` accepts. */
export function readLinearRegex(source: string, flags: string): LinearRegex {
  return new Reader(source, flags).read()
}

class Reader {
  readonly #source: string
  readonly #flags: string
  #at = 0
  #out = ''
  #repeats = false
  #choices = 0
  /** What only backtracking can do. */
  #backtracks: string | undefined
  /** What RE2 cannot do for another reason. */
  #unknown: string | undefined
  /** Of each open group, how often at most something in it repeats; of what was read last, too. */
  readonly #groups: number[] = [1]
  #last = 1

  constructor(source: string, flags: string) {
    this.#source = source
    this.#flags = flags
  }

  read(): LinearRegex {
    while (this.#at < this.#source.length) this.#readPart()
    if (!this.#repeats && this.#choices <= MOST_CHOICES) return { engine: 'native' }
    if (this.#flags.includes('v')) this.#unknown ??= 'the flag v'
    const refused = this.#backtracks ?? this.#unknown
    return refused === undefined ? { engine: 're2', pattern: this.#out } : { refused: `has ${refused}. ${REWRITE} it` }
  }

  #readPart(): void {
    const char = this.#source[this.#at] as string
    switch (char) {
      case '\\':
        return this.#atom(this.#readEscape())
      case '[':
        return this.#atom(this.#readClass())
      case '.':
        return this.#atom(this.#flags.includes('s') ? '[\\x00-\\x{10ffff}]' : `[^${LINE_ENDS}]`, 1)
      case '(':
        return this.#openGroup()
      case ')':
        return this.#closeGroup()
      case '|':
        this.#choices++
        return this.#take('|', 1)
      case '*':
      case '+':
        return this.#repeat(char, 1, 1)
      case '?':
        return this.#repeat(char, 1, 1)
      case '{':
        return this.#readCount()
      case '^':
      case '$':
        if (this.#flags.includes('m')) this.#unknown ??= `${char} with the flag m`
        return this.#take(char === '^' ? '\\A' : '\\z', 1)
      case '}':
      case ']':
        return this.#atom(`\\${char}`, 1)
      default: {
        const symbol = String.fromCodePoint(this.#source.codePointAt(this.#at) as number)
        return this.#atom(symbol, symbol.length)
      }
    }
  }

  /** One thing that can be repeated; `length` is what it takes of the source, where that was not read yet. */
  #atom(text: string, length = 0): void {
    this.#last = 1
    this.#take(text, length)
  }

  #take(text: string, length: number): void {
    this.#out += text
    this.#at += length
  }

  #repeat(text: string, length: number, most: number): void {
    this.#repeats = true
    this.#last *= most
    if (this.#last > MOST_REPEATS) this.#unknown ??= `more than ${MOST_REPEATS} repetitions`
    this.#groups[this.#groups.length - 1] = Math.max(this.#groups.at(-1) ?? 1, this.#last)
    const isLazy = this.#source[this.#at + length] === '?'
    this.#take(isLazy ? `${text}?` : text, length + Number(isLazy))
  }

  #readCount(): void {
    const count = /^\{(\d+)(?:,(\d*))?\}/.exec(this.#source.slice(this.#at))
    if (!count) return this.#atom('\\{', 1)
    const [text, least, most] = count
    this.#repeat(text, text.length, Math.max(Number(least), Number(most ?? 0), 1))
  }

  #openGroup(): void {
    const rest = this.#source.slice(this.#at)
    const [, look] = /^\((\?<?[=!])/.exec(rest) ?? []
    const [named, name] = /^\(\?<([^>]*)>/.exec(rest) ?? []
    this.#groups.push(1)
    if (look !== undefined) {
      this.#backtracks ??= `a look-${look.includes('<') ? 'behind' : 'ahead'} (${look}…) beside a repetition`
      return this.#take('(?:', look.length + 1)
    }
    if (named !== undefined) {
      if (!/^\w+$/.test(name ?? '')) this.#unknown ??= `a group with the name ${name}`
      return this.#take(`(?P<${name}>`, named.length)
    }
    if (rest.startsWith('(?:')) return this.#take('(?:', 3)
    if (rest.startsWith('(?')) {
      this.#unknown ??= 'flags inside'
      return this.#take('(?:', rest.indexOf(':') + 1)
    }
    this.#take('(', 1)
  }

  #closeGroup(): void {
    this.#last = this.#groups.pop() ?? 1
    // What repeats within a group repeats within the one around it.
    this.#groups[this.#groups.length - 1] = Math.max(this.#groups.at(-1) ?? 1, this.#last)
    this.#take(')', 1)
  }

  /** Reads one escape outside of a class. */
  #readEscape(): string {
    const char = this.#source[this.#at + 1] ?? ''
    if (/[1-9]/.test(char)) return this.#refuse(`a back-reference (\\${char})`)
    if (char === 'k') return this.#refuse('a back-reference (\\k)')
    if (char === 's' || char === 'S') return this.#skip(`[${char === 's' ? SPACES : NO_SPACES}]`, 2)
    if (char === 'b' || char === 'B') return this.#skip(`\\${char}`, 2)
    return this.#readCharacter()
  }

  #refuse(what: string): string {
    this.#backtracks ??= `${what} beside a repetition`
    return this.#skip('', 2)
  }

  /** An escape that stands for characters, in a class or not. */
  #readCharacter(): string {
    const rest = this.#source.slice(this.#at)
    const [property, sign, name] = /^\\([pP])\{([^}]*)\}/.exec(rest) ?? []
    if (property !== undefined && /[uv]/.test(this.#flags)) return this.#readProperty(property, sign as string, name as string)
    if (/^\\[dDwWtnvfr]/.test(rest)) return this.#skip(rest.slice(0, 2), 2)
    const [code, ...digits] = /^\\(?:u(d[89ab]..)\\u(d[c-f]..)|u([\da-f]{4})|x([\da-f]{2})|c([a-z])|(0))/i.exec(rest) ?? []
    if (code !== undefined) return this.#skip(literal(codePointOf(digits)), code.length)
    const [braced, point] = /^\\u\{([\da-f]+)\}/i.exec(rest) ?? []
    if (braced !== undefined && /[uv]/.test(this.#flags)) return this.#skip(literal(Number.parseInt(point as string, 16)), braced.length)
    // Every other one stands for itself.
    const symbol = String.fromCodePoint(rest.codePointAt(1) ?? 0x5c)
    return this.#skip(literal(symbol.codePointAt(0) as number), 1 + symbol.length)
  }

  #readProperty(text: string, sign: string, name: string): string {
    const [, script] = /^(?:Script|sc)=(\w+)$/.exec(name) ?? []
    if (script === undefined && !/^\p{Lu}\p{Ll}?$/u.test(name)) this.#unknown ??= `the property ${name}`
    return this.#skip(`\\${sign}{${script ?? name}}`, text.length)
  }

  #skip(text: string, length: number): string {
    this.#at += length
    return text
  }

  #readClass(): string {
    const isNegated = this.#source[this.#at + 1] === '^'
    this.#at += isNegated ? 2 : 1
    const members: string[] = []
    while (this.#at < this.#source.length && this.#source[this.#at] !== ']') members.push(this.#readRange())
    this.#at += 1
    if (members.length === 0) return isNegated ? '[\\x00-\\x{10ffff}]' : '[^\\x00-\\x{10ffff}]'
    return `[${isNegated ? '^' : ''}${members.join('')}]`
  }

  /** A member of a class: one character, a set of them, or a range. */
  #readRange(): string {
    const first = this.#readMember()
    if (this.#source[this.#at] !== '-' || isSet(first)) return first
    const before = this.#at
    this.#at += 1
    if (this.#source[this.#at] === ']') return `${first}\\-`
    const last = this.#readMember()
    if (!isSet(last)) return `${first}-${last}`
    // A minus before a set is one of the characters.
    this.#at = before + 1
    return `${first}\\-`
  }

  #readMember(): string {
    const rest = this.#source.slice(this.#at)
    if (rest.startsWith('\\s')) return this.#skip(SPACES, 2)
    if (rest.startsWith('\\S')) return this.#skip(NO_SPACES, 2)
    if (rest.startsWith('\\b')) return this.#skip('\\x{8}', 2)
    const octal = /^\\([0-3]?[0-7]{1,2})/.exec(rest)
    if (octal) return this.#skip(literal(Number.parseInt(octal[1] as string, 8)), octal[0].length)
    if (rest.startsWith('\\')) return this.#readCharacter()
    const point = rest.codePointAt(0) as number
    return this.#skip(literal(point), String.fromCodePoint(point).length)
  }
}

function codePointOf([high, low, unit, byte, control]: readonly (string | undefined)[]): number {
  if (high !== undefined && low !== undefined) {
    return (Number.parseInt(high, 16) - 0xd800) * 0x400 + (Number.parseInt(low, 16) - 0xdc00) + 0x10000
  }
  if (control !== undefined) return control.charCodeAt(0) % 32
  return Number.parseInt(unit ?? byte ?? '0', 16)
}

/** A character that means nothing but itself. */
function literal(point: number): string {
  const symbol = String.fromCodePoint(point)
  return /[\p{L}\p{N}]/u.test(symbol) ? symbol : `\\x{${point.toString(16)}}`
}

function isSet(member: string): boolean {
  return /^\\[dDwWpP]/.test(member) || member.length > '\\x{10ffff}'.length
}
