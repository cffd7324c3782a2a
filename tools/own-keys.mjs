import { parseAst } from 'vite'

/**
 * A page may have put members on the prototype of all objects, as older libraries do, and `for … in` finds them there: valibot would take
 * them for fields, React for attributes. So every such loop of what is bundled becomes one over own keys.
 * @returns {import('vite').Plugin}
 */
export function ownKeys() {
  return {
    name: 'own-keys',
    apply: 'build',
    renderChunk: (code) => ({ code: loopOverOwnKeys(code), map: null }),
  }
}

/** @param {string} code of a module */
export function loopOverOwnKeys(code) {
  /** @type {{ at: number, end: number, text: string }[]} */
  const edits = []
  forEachNode(parseAst(code), (node) => {
    if (node.type !== 'ForInStatement') return
    const keyword = node.left.end + code.slice(node.left.end).search(/\bin\b/)
    const close = code.lastIndexOf(')', node.body.start - 1)
    // Object() turns nothing into an object without keys: to loop over nothing is no fault.
    edits.push({ at: keyword, end: keyword + 'in'.length, text: 'of Object.keys(Object((' }, { at: close, end: close, text: ')))' })
  })
  edits.sort((one, other) => one.at - other.at)
  let changed = ''
  let from = 0
  for (const { at, end, text } of edits) {
    changed += code.slice(from, at) + text
    from = end
  }
  return changed + code.slice(from)
}

/**
 * @param {any} tree
 * @param {(node: any) => void} visit
 */
function forEachNode(tree, visit) {
  if (typeof tree !== 'object' || tree === null) return
  if (typeof tree.type === 'string') visit(tree)
  for (const child of Object.values(tree)) forEachNode(child, visit)
}
