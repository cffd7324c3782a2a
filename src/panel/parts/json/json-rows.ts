import type { Json } from '../../../contract/event/json.ts'

/** One visible line of a JSON tree. */
export interface JsonRow {
  /** Where it is, as code would write it: `data.list[0].name`. The root is ''. */
  readonly path: string
  readonly depth: number
  /** The key or the index in its parent; undefined for the root. */
  readonly label: string | undefined
  readonly value: Json
  /** Undefined for what cannot be opened. */
  readonly open: boolean | undefined
  /** Row number of the parent; -1 for the root. */
  readonly parent: number
  /** From 1, among its brothers. */
  readonly position: number
  readonly brothers: number
}

/** Up to this many children a node near the root is open from the start. */
const OPEN_UP_TO = 100

/** Says whether a node that nobody touched is open. */
export function openByDefault(depth: number, children: number): boolean {
  return depth === 0 ? children <= 100_000 : depth < 3 && children <= OPEN_UP_TO
}

/** The lines of a tree of which `isOpen` tells what is unfolded. Does not recurse, so depth cannot break it. */
export function jsonRows(root: Json, isOpen: (path: string, depth: number, children: number) => boolean): readonly JsonRow[] {
  const rows: JsonRow[] = []
  const stack: Omit<JsonRow, 'open'>[] = [{ path: '', depth: 0, label: undefined, value: root, parent: -1, position: 1, brothers: 1 }]
  for (let node = stack.pop(); node; node = stack.pop()) {
    const children = childrenOf(node.value)
    const open = children === undefined || children.length === 0 ? undefined : isOpen(node.path, node.depth, children.length)
    rows.push({ ...node, open })
    if (!open || !children) continue
    const parent = rows.length - 1
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const [label, value] = children[index] as readonly [string, Json]
      const path = Array.isArray(node.value) ? `${node.path}[${label}]` : joinPath(node.path, label)
      stack.push({ path, depth: node.depth + 1, label, value, parent, position: index + 1, brothers: children.length })
    }
  }
  return rows
}

/** The children of an object or array; undefined for anything else. */
function childrenOf(value: Json): readonly (readonly [string, Json])[] | undefined {
  if (value === null || typeof value !== 'object') return undefined
  if (Array.isArray(value)) return value.map((child: Json, index) => [String(index), child] as const)
  return Object.entries(value)
}

function joinPath(path: string, key: string): string {
  if (!/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path === '' ? key : `${path}.${key}`
}

const PREVIEW_LENGTH = 80

/** What a folded node holds, in one line: `{id: 3, name: "Tea", tags: […]}`. */
export function previewJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const list = Array.isArray(value)
  let text = ''
  for (const [key, child] of list ? value.entries() : Object.entries(value)) {
    if (text.length > PREVIEW_LENGTH) {
      text += ', …'
      break
    }
    text += `${text === '' ? '' : ', '}${list ? '' : `${key}: `}${previewChild(child as Json)}`
  }
  return list ? `[${text}]` : `{${text}}`
}

function previewChild(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 24 ? `${value.slice(0, 24)}…` : value)
  if (value === null || typeof value !== 'object') return String(value)
  const empty = Object.keys(value).length === 0
  return Array.isArray(value) ? (empty ? '[]' : '[…]') : empty ? '{}' : '{…}'
}
