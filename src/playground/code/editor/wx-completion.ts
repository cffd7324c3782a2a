import { type Completion, type CompletionContext, type CompletionResult, insertCompletionText, snippet } from '@codemirror/autocomplete'
import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import { type EditorView, hoverTooltip } from '@codemirror/view'
import type { Language } from '../../../entry/words.ts'
import { codeWords } from '../../words/code-words.ts'
import { PROGRAM_NAMES } from '../sandbox/program-api.ts'
import { memberAt, optionAt, wxPlaceAt } from './shape-at.ts'
import { WX_MEMBERS } from './wx-members.ts'
import type { WxMember } from './wx-shape.ts'

/** ms. */
const MOST_PARSING = 200

/** WeChat's typings say no more than `string` of these. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  method: ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT'],
  dataType: ['json', 'text'],
}

/** Completes `wx`: its methods, their options and values, tasks, and what callbacks get. */
export const completeWx =
  (language: Language) =>
  (context: CompletionContext): CompletionResult | null => {
    const { pos, state } = context
    const node = treeAt(state, pos).resolveInner(pos, -1)
    if (node.name === 'String') return completeValue(context)
    const place = wxPlaceAt(node, pos, state.doc)
    if (!place) return completeName(context)
    const shape = WX_MEMBERS[place.shape] ?? {}
    const options = Object.entries(shape).flatMap(([name, member]): Completion[] => {
      if (place.present.has(name) || (place.shape === 'Wx' && !PROGRAM_NAMES.has(name))) return []
      return [
        {
          label: name,
          type: iconOf(member),
          detail: briefType(member),
          info: () => infoElement(name, member, language),
          ...applyOf(place.kind, name, member),
        },
      ]
    })
    if (place.kind === 'option' && place.from === pos && !context.explicit && !/[{,]\s*$/.test(lineBefore(context))) return null
    return { from: place.from, options, validFor: /^\w*$/ }
  }

/** Read as far as the place, even where the page is too busy to have done so. */
function treeAt(state: EditorState, pos: number) {
  return ensureSyntaxTree(state, pos, MOST_PARSING) ?? syntaxTree(state)
}

/** What the name under the pointer is. */
export const explainWx = (language: Language) =>
  hoverTooltip((view, pos, side) => {
    const node = treeAt(view.state, pos).resolveInner(pos, side)
    if (node.to - node.from > 60) return null
    const member = memberAt(node, view.state.doc)
    if (!member) return null
    const name = view.state.sliceDoc(node.from, node.to)
    return { pos: node.from, end: node.to, above: true, create: () => ({ dom: infoElement(name, member, language) }) }
  })

function completeName(context: CompletionContext): CompletionResult | null {
  const word = context.matchBefore(/\b[wc]\w*/)
  if (!word || context.state.sliceDoc(word.from - 1, word.from) === '.') return null
  return {
    from: word.from,
    options: [
      { label: 'wx', type: 'namespace' },
      { label: 'console', type: 'namespace' },
    ],
    validFor: /^\w*$/,
  }
}

function completeValue({ explicit, pos, state }: CompletionContext): CompletionResult | null {
  const node = treeAt(state, pos).resolveInner(pos, -1)
  const option = optionAt(node, state.doc)
  if (!option || pos === node.from) return null
  const values = VALUES[option.name] ?? [...option.member.type.matchAll(/'([^']+)'/g)].map(([, value = '']) => value)
  if (values.length === 0 || (!explicit && pos > node.to)) return null
  return { from: node.from + 1, options: values.map((label) => ({ label, type: 'constant' })), validFor: /^\w*$/ }
}

function applyOf(kind: 'member' | 'option', name: string, member: WxMember): Pick<Completion, 'apply'> {
  if (kind === 'member') {
    if (member.takes && name === 'request')
      return { apply: snippet("request({\n  url: '#{}',\n  success: (res) => {\n    console.log(res.data)\n  },\n})") }
    return {}
  }
  if (member.type.includes('=>')) return { apply: snippet(`${name}: (res) => {\n  #{}\n},`) }
  const value = member.type === 'string' || member.type.startsWith("'") ? "'#{}'" : '#{}'
  // Over a value that is there already only the name is written.
  return {
    apply: (view: EditorView, completion: Completion, from: number, to: number) => {
      const after = view.state.sliceDoc(to, view.state.doc.lineAt(to).to)
      if (/^\s*:/.test(after)) view.dispatch(insertCompletionText(view.state, name, from, to))
      else snippet(`${name}: ${value},`)(view, completion, from, to)
    },
  }
}

function iconOf({ takes, type }: WxMember): string {
  if (type.startsWith('(')) return type.includes('=>') && !type.includes(':', type.lastIndexOf(')')) ? 'function' : 'method'
  return takes ? 'method' : 'property'
}

function briefType({ type }: WxMember): string {
  if (type.includes('=>') || type.startsWith('(')) return type.replace(/^\(.*\)/, '()').replace(/\(\) => void$/, '()')
  return type.length > 24 ? `${type.slice(0, 23)}…` : type
}

function infoElement(name: string, { en, optional, since, type, zh }: WxMember, language: Language): HTMLElement {
  const words = codeWords[language]
  const box = document.createElement('div')
  box.className = 'cm-wx-info'
  const head = box.appendChild(document.createElement('code'))
  head.textContent = `${name}${optional ? '?' : ''}${type.startsWith('(') && !type.includes('=> void', type.length - 8) ? '' : ': '}${type}`
  // The other language says it better than nothing.
  const said = language === 'zh' ? [zh ?? en] : [en ?? zh]
  for (const text of said) if (text) box.appendChild(document.createElement('p')).textContent = text
  if (since) box.appendChild(document.createElement('small')).textContent = words.since(since)
  return box
}

function lineBefore({ pos, state }: CompletionContext): string {
  return state.sliceDoc(Math.max(0, pos - 100), pos)
}
