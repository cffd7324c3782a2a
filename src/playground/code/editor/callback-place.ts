import { javascriptLanguage } from '@codemirror/lang-javascript'
import type { CodePlace } from '../sandbox/messages.ts'

/** Finds the line on which an option of a call is written. */
export interface CallbackFinder {
  /** The line of the option in the call that is made at a place; the line of the call where its options are written elsewhere. */
  lineOf(place: CodePlace, option: string): number
}

export function findCallbacks(code: string): CallbackFinder {
  const tree = javascriptLanguage.parser.parse(code)
  const starts = [0]
  for (let at = code.indexOf('\n'); at >= 0; at = code.indexOf('\n', at + 1)) starts.push(at + 1)
  const lineAt = (pos: number) => starts.findLastIndex((start) => start <= pos) + 1

  return {
    lineOf({ column, line }, option) {
      const pos = (starts[line - 1] ?? 0) + column - 1
      let call = tree.resolveInner(pos, 1)
      while (call.name !== 'CallExpression' && call.parent) call = call.parent
      const options = call.getChild('ArgList')?.getChild('ObjectExpression')
      for (const property of options?.getChildren('Property') ?? []) {
        const name = property.getChild('PropertyDefinition')
        if (name && code.slice(name.from, name.to) === option) return lineAt(name.from)
      }
      return line
    },
  }
}
