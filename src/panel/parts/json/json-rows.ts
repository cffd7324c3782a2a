import { isContainer, isList, type JsonDocument, textOfKey, textOfValue } from './json-document.ts'

/** Up to this many children a node near the root is open from the start. */
const OPEN_UP_TO = 100

/** Says whether a node that nobody touched is open. */
export function openByDefault(depth: number, children: number): boolean {
  return depth === 0 ? children <= 100_000 : depth < 3 && children <= OPEN_UP_TO
}

/** The values that are in sight, in order, of a tree of which `isOpen` tells what is unfolded. */
export function visibleNodes({ starts, nexts, counts }: JsonDocument, isOpen: (node: number) => boolean): readonly number[] {
  const nodes: number[] = []
  for (let node = 0; node < starts.length; ) {
    nodes.push(node)
    node = counts[node] !== 0 && isOpen(node) ? node + 1 : (nexts[node] as number)
  }
  return nodes
}

/** The row of a node, or of the nearest one above it that is in sight. */
export function rowOf(nodes: readonly number[], node: number): number {
  let low = 0
  let high = nodes.length
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((nodes[middle] as number) <= node) low = middle
    else high = middle
  }
  return low
}

const PREVIEW_LENGTH = 80
const PREVIEW_CHILD = 24

/** What a folded node holds, in one line: `{id: 3, name: "Tea", tags: […]}`. */
export function previewJson(json: JsonDocument, node: number): string {
  const list = isList(json, node)
  const end = json.nexts[node] as number
  let text = ''
  for (let child = node + 1; child < end; child = json.nexts[child] as number) {
    if (text.length > PREVIEW_LENGTH) {
      text += ', …'
      break
    }
    const key = textOfKey(json, child)
    text += `${text === '' ? '' : ', '}${key === undefined ? '' : `${clip(key)}: `}${previewChild(json, child)}`
  }
  return list ? `[${text}]` : `{${text}}`
}

function previewChild(json: JsonDocument, node: number): string {
  if (!isContainer(json, node)) {
    const text = textOfValue(json, node)
    return text.startsWith('"') ? `"${clip(text.slice(1, -1))}"` : clip(text)
  }
  const inner = json.counts[node] === 0 ? '' : '…'
  return isList(json, node) ? `[${inner}]` : `{${inner}}`
}

function clip(text: string): string {
  return text.length > PREVIEW_CHILD ? `${text.slice(0, PREVIEW_CHILD)}…` : text
}
