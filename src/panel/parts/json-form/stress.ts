import { applySplices, childrenOf, type Splice } from '../json/edit-json.ts'
import { isContainer, isList, type JsonDocument, meaningOf } from '../json/json-document.ts'

/** What a value becomes that nobody thought of. */
export type ValueStress =
  | 'long'
  | 'name60'
  | 'empty'
  | 'emoji'
  | 'rightToLeft'
  | 'sevenDigits'
  | 'zero'
  | 'negative'
  | 'asText'
  | 'none'
  | 'one'
  | 'hundred'
  | 'null'

/** What a whole answer becomes. */
export type AnswerStress =
  | 'long'
  | 'empty'
  | 'emoji'
  | 'rightToLeft'
  | 'sevenDigits'
  | 'zero'
  | 'asText'
  | 'none'
  | 'one'
  | 'hundred'
  | 'null'

const LONG = 240
const NAME = 60
const HUNDRED = 100
const RIGHT_TO_LEFT = 'شاي أخضر من الجبل الصغير'
const EMOJI = '🍵👩‍👩‍👧‍👦🇨🇳'

export type ValueKind = 'text' | 'number' | 'boolean' | 'null' | 'list' | 'object'

export function kindOf({ text, starts }: JsonDocument, node: number): ValueKind {
  switch (text[starts[node] as number]) {
    case '"':
      return 'text'
    case '[':
      return 'list'
    case '{':
      return 'object'
    case 't':
    case 'f':
      return 'boolean'
    case 'n':
      return 'null'
    default:
      return 'number'
  }
}

const OF_KIND: Readonly<Record<ValueKind, readonly ValueStress[]>> = {
  text: ['name60', 'long', 'empty', 'emoji', 'rightToLeft', 'null'],
  number: ['sevenDigits', 'zero', 'negative', 'asText', 'null'],
  boolean: ['null'],
  null: [],
  list: ['none', 'one', 'hundred', 'null'],
  object: ['null'],
}

/** What can be tried on a value. */
export function stressesOf(json: JsonDocument, node: number): readonly ValueStress[] {
  return OF_KIND[kindOf(json, node)].filter((stress) => isList(json, node) === false || json.counts[node] !== 0 || stress === 'null')
}

/** The text that a value becomes. */
export function stressValue(json: JsonDocument, node: number, stress: ValueStress): string {
  const text = json.text.slice(json.starts[node], json.ends[node])
  switch (stress) {
    case 'long':
      return JSON.stringify(fill(saidBy(text), LONG))
    case 'name60':
      return JSON.stringify(fill(saidBy(text), NAME))
    case 'empty':
      return '""'
    case 'emoji':
      return JSON.stringify(`${saidBy(text)} ${EMOJI}`)
    case 'rightToLeft':
      return JSON.stringify(RIGHT_TO_LEFT)
    case 'sevenDigits':
      return sevenDigits(text)
    case 'zero':
      return '0'
    case 'negative':
      return text.startsWith('-') ? text : `-${text}`
    case 'asText':
      return JSON.stringify(text)
    case 'none':
      return '[]'
    case 'one':
      return listOf(json, node, 1)
    case 'hundred':
      return listOf(json, node, HUNDRED)
    case 'null':
      return 'null'
  }
}

/** The whole answer under one stress: every text, every number, or every outermost list of it. */
export function stressAnswer(json: JsonDocument, stress: AnswerStress): string {
  const splices: Splice[] = []
  const ofLists = stress === 'none' || stress === 'one' || stress === 'hundred'
  for (let node = 0; node < json.starts.length; node += 1) {
    const kind = kindOf(json, node)
    const fits = ofLists ? kind === 'list' : stress === 'null' ? !isContainer(json, node) : OF_KIND[kind].includes(stress)
    if (!fits || (ofLists && json.counts[node] === 0)) continue
    splices.push({ from: json.starts[node] as number, to: json.ends[node] as number, insert: stressValue(json, node, stress) })
    if (ofLists) node = (json.nexts[node] as number) - 1
  }
  return applySplices(json.text, splices)
}

function saidBy(text: string): string {
  return text.startsWith('"') ? meaningOf(text.slice(1, -1)) : text
}

/** So many characters of a text, said again and again. */
function fill(text: string, length: number): string {
  const once = text.trim() === '' ? '明前龙井 Longjing' : text.trim()
  const parts = [...`${once} `.repeat(Math.ceil(length / (once.length + 1)) + 1)]
  return parts.slice(0, length).join('').trim().padEnd(length, '茶')
}

/** Its digits before the point, as many as seven. */
function sevenDigits(text: string): string {
  const [, sign = '', whole = '0', rest = ''] = /^(-?)(\d+)(\.\d+)?/.exec(text) ?? []
  const first = whole === '0' ? '1' : whole
  return `${sign}${first.slice(0, 7).padEnd(7, '8')}${rest}`
}

function listOf(json: JsonDocument, node: number, count: number): string {
  const items = childrenOf(json, node).map((child) => json.text.slice(json.starts[child], json.ends[child]))
  return `[${Array.from({ length: count }, (_, place) => items[place % items.length]).join(',')}]`
}
