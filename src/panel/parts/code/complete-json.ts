import type { Completion, CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete'
import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { Json } from '../../../contract/event/json.ts'

/** Items of a list that are looked at, and values that are offered. */
const MOST = 50
/** Characters of a value that is offered. */
const LONGEST_VALUE = 60

type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>

/** A key, or `undefined` for any item of a list. */
type Step = string | undefined

/**
 * Offers the keys and the values that `samples` have where the cursor is: the answers of the same address that were recorded. Keys that
 * the object has already are left out.
 */
export function completeJson(samples: () => readonly Json[]): CompletionSource {
  return (context) => {
    const place = placeOf(context)
    if (!place) return null
    const found = valuesAt(samples(), place.path)
    const options = place.kind === 'key' ? keysOf(found, place) : valuesOf(found)
    return options.length > 0 ? { from: place.from, to: place.to, options, validFor: /^"?[^"\n,:{}[\]]*"?$/ } : null
  }
}

interface Place extends Pick<CompletionResult, 'from'> {
  readonly kind: 'key' | 'value'
  readonly to: number
  readonly path: readonly Step[]
  /** Keys of the object, without the one at the cursor. */
  readonly taken: ReadonlySet<string>
  /** Whether a colon follows. */
  readonly named: boolean
}

function placeOf({ state, pos, explicit }: CompletionContext): Place | undefined {
  const node = syntaxTree(state).resolveInner(pos, -1)
  const before = state.sliceDoc(0, pos)
  const word = /"?[^"\s,:{}[\]]*$/.exec(before)?.[0] ?? ''
  const opener = before
    .slice(0, before.length - word.length)
    .trimEnd()
    .at(-1)
  const from = pos - word.length
  const to = word.startsWith('"') && state.sliceDoc(pos, pos + 1) === '"' ? pos + 1 : pos
  if (word === '' && !explicit) return undefined
  const container = containerOf(node, from)
  if (!container) return undefined
  const path = pathOf(container, state)
  if (container.name === 'Object' && (opener === '{' || opener === ',')) {
    const taken = new Set<string>()
    for (const property of container.getChildren('Property')) {
      const name = property.getChild('PropertyName')
      if (name && (name.from > from || name.to < pos)) taken.add(textOf(name, state))
    }
    return { kind: 'key', from, to, path, taken, named: /^\s*:/.test(state.sliceDoc(to, to + 20)) }
  }
  if (container.name === 'Array' && (opener === '[' || opener === ','))
    return { kind: 'value', from, to, path: [...path, undefined], taken: new Set(), named: false }
  if (opener !== ':') return undefined
  const key = /"((?:[^"\\]|\\.)*)"\s*:$/.exec(before.slice(0, before.length - word.length).trimEnd())?.[1]
  return key === undefined ? undefined : { kind: 'value', from, to, path: [...path, parsed(`"${key}"`)], taken: new Set(), named: false }
}

/** The list or object that a place is in. */
function containerOf(node: SyntaxNode, at: number): SyntaxNode | undefined {
  for (let here: SyntaxNode | null = node; here; here = here.parent)
    if ((here.name === 'Object' || here.name === 'Array') && here.from < at) return here
  return undefined
}

function pathOf(container: SyntaxNode, state: EditorState): readonly Step[] {
  const path: Step[] = []
  for (let node: SyntaxNode | null = container; node; node = node.parent) {
    const { parent }: SyntaxNode = node
    if (parent?.name === 'Property') {
      const name = parent.getChild('PropertyName')
      path.unshift(name ? textOf(name, state) : '')
    } else if (parent?.name === 'Array') path.unshift(undefined)
  }
  return path
}

function textOf(name: SyntaxNode, state: EditorState): string {
  return parsed(state.sliceDoc(name.from, name.to))
}

function parsed(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}

function valuesAt(samples: readonly Json[], path: readonly Step[]): readonly Json[] {
  let here = samples
  for (const step of path) {
    here = here.flatMap((value): readonly Json[] => {
      if (step === undefined) return Array.isArray(value) ? value.slice(0, MOST) : []
      return isRecord(value) && Object.hasOwn(value, step) ? [value[step] as Json] : []
    })
  }
  return here
}

function keysOf(found: readonly Json[], { taken, named }: Place): Completion[] {
  const keys = new Map<string, Json>()
  for (const value of found) if (isRecord(value)) for (const [key, inner] of Object.entries(value)) if (!keys.has(key)) keys.set(key, inner)
  return [...keys].flatMap(([key, value]) => {
    const text = JSON.stringify(key)
    return taken.has(key) ? [] : [{ label: text, type: 'property', detail: brief(value), apply: named ? text : `${text}: ` }]
  })
}

function valuesOf(found: readonly Json[]): Completion[] {
  const texts = new Set<string>()
  for (const value of found) {
    const text = typeof value === 'object' && value !== null ? (Array.isArray(value) ? '[]' : '{}') : JSON.stringify(value)
    if (text.length <= LONGEST_VALUE) texts.add(text)
  }
  return [...texts].slice(0, MOST).map((label) => ({ label, type: label.startsWith('"') ? 'text' : 'constant' }))
}

function brief(value: Json): string {
  if (Array.isArray(value)) return '[…]'
  if (typeof value === 'object' && value !== null) return '{…}'
  const text = JSON.stringify(value)
  return text.length > 24 ? `${text.slice(0, 23)}…` : text
}

function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
