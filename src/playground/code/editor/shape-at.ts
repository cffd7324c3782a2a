import type { syntaxTree } from '@codemirror/language'
import type { Text } from '@codemirror/state'
import { WX_MEMBERS } from './wx-members.ts'
import type { WxMember } from './wx-shape.ts'

type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>

/** Where something of `wx` is written: members after a dot, or the options in an object literal. */
export interface WxPlace {
  readonly shape: string
  readonly from: number
  readonly kind: 'member' | 'option'
  /** Options that are there already. */
  readonly present: ReadonlySet<string>
}

/** What of `wx` could be written at a place; `undefined` where nothing of it belongs. */
export function wxPlaceAt(node: SyntaxNode, pos: number, doc: Text): WxPlace | undefined {
  const member = node.name === 'MemberExpression' ? node : node.parent?.name === 'MemberExpression' ? node.parent : undefined
  if (member && node !== member.firstChild) {
    const dot = member.getChild('.') ?? member.getChild('?.')
    if (!dot || pos < dot.to) return undefined
    const shape = member.firstChild && shapeOf(member.firstChild, doc)
    return shape ? { shape, from: dot.to, kind: 'member', present: new Set() } : undefined
  }
  const literal = objectAround(node, pos)
  const shape = literal && optionShapeOf(literal, doc)
  if (!literal || !shape) return undefined
  const present = new Set(literal.getChildren('Property').flatMap((property) => (touches(property, pos) ? [] : [nameOf(property, doc)])))
  const own = node.name === 'PropertyDefinition' || node.name === 'VariableName' ? node.from : pos
  return { shape, from: own, kind: 'option', present }
}

/** The member that is written at a place, for what is told of it. */
export function memberAt(node: SyntaxNode, doc: Text): WxMember | undefined {
  const name = doc.sliceString(node.from, node.to)
  const place = wxPlaceAt(node, node.to, doc)
  const shape = place && WX_MEMBERS[place.shape]
  return shape && Object.hasOwn(shape, name) ? shape[name] : undefined
}

/** The option whose value is written at a place, as `method: '|'`. */
export function optionAt(node: SyntaxNode, doc: Text): { readonly name: string; readonly member: WxMember } | undefined {
  const property = node.parent
  if (property?.name !== 'Property' || node === property.firstChild || !property.parent) return undefined
  const shape = optionShapeOf(property.parent, doc)
  const name = nameOf(property, doc)
  const member = shape && WX_MEMBERS[shape]?.[name]
  return member ? { name, member } : undefined
}

/** The shape of an expression. */
function shapeOf(node: SyntaxNode, doc: Text): string | undefined {
  switch (node.name) {
    case 'VariableName': {
      const name = doc.sliceString(node.from, node.to)
      return name === 'wx' ? 'Wx' : shapeOfVariable(name, node, doc)
    }
    case 'MemberExpression':
      return memberOf(node, doc)?.gives
    case 'CallExpression':
      return node.firstChild?.name === 'MemberExpression' ? memberOf(node.firstChild, doc)?.gives : undefined
    case 'AwaitExpression':
    case 'UnaryExpression':
    case 'ParenthesizedExpression':
      return node.lastChild
        ? shapeOf(node.name === 'ParenthesizedExpression' ? (node.firstChild?.nextSibling ?? node.lastChild) : node.lastChild, doc)
        : undefined
    default:
      return undefined
  }
}

function memberOf(expression: SyntaxNode, doc: Text): WxMember | undefined {
  const name = expression.getChild('PropertyName')
  const shape = expression.firstChild && shapeOf(expression.firstChild, doc)
  const members = shape ? WX_MEMBERS[shape] : undefined
  const key = name ? doc.sliceString(name.from, name.to) : ''
  return members && Object.hasOwn(members, key) ? members[key] : undefined
}

/** Of a parameter of a callback, or of the nearest `const name = …` before it. */
function shapeOfVariable(name: string, from: SyntaxNode, doc: Text): string | undefined {
  for (let scope: SyntaxNode | null = from; scope; scope = scope.parent) {
    if (scope.name === 'ArrowFunction' || scope.name === 'FunctionExpression' || scope.name === 'Property') {
      const first = scope.getChild('ParamList')?.getChild('VariableDefinition')
      if (first && doc.sliceString(first.from, first.to) === name) return heardBy(scope, doc)
    }
    if (scope.name !== 'Block' && scope.name !== 'Script') continue
    for (const declaration of scope.getChildren('VariableDeclaration')) {
      for (const defined of declaration.getChildren('VariableDefinition')) {
        if (doc.sliceString(defined.from, defined.to) !== name) continue
        const value = defined.nextSibling?.name === 'Equals' ? defined.nextSibling.nextSibling : undefined
        return value ? shapeOf(value, doc) : undefined
      }
    }
  }
  return undefined
}

/** What a function gets from `wx`: it is an option of a call, or the argument of one. */
function heardBy(called: SyntaxNode, doc: Text): string | undefined {
  const property = called.name === 'Property' ? called : called.parent
  if (property?.name === 'Property' && property.parent) {
    const shape = optionShapeOf(property.parent, doc)
    return shape ? WX_MEMBERS[shape]?.[nameOf(property, doc)]?.hears : undefined
  }
  const call = called.parent?.name === 'ArgList' ? called.parent.parent : undefined
  return call?.firstChild?.name === 'MemberExpression' ? memberOf(call.firstChild, doc)?.hears : undefined
}

/** The shape that an object literal has as the options of a call of `wx`. */
function optionShapeOf(literal: SyntaxNode, doc: Text): string | undefined {
  const list = literal.parent
  if (list?.name !== 'ArgList' || literal.prevSibling?.name !== '(') return undefined
  const called = list.parent?.firstChild
  return called?.name === 'MemberExpression' ? memberOf(called, doc)?.takes : undefined
}

/** The object literal in which a name can be written here. */
function objectAround(node: SyntaxNode, pos: number): SyntaxNode | undefined {
  if (node.name === 'ObjectExpression') return pos > node.from ? node : undefined
  if (node.name === 'PropertyDefinition' && node.parent?.parent?.name === 'ObjectExpression') return node.parent.parent
  // `{ abc` alone is read as a shorthand, and a broken one as an error.
  if (node.parent?.name === 'ObjectExpression') return node.parent
  if (node.parent?.name === 'Property' && node === node.parent.firstChild && node.parent.parent) return node.parent.parent
  return undefined
}

function nameOf(property: SyntaxNode, doc: Text): string {
  const name = property.firstChild?.name === 'async' ? property.firstChild.nextSibling : property.firstChild
  return name ? doc.sliceString(name.from, name.to).replace(/^['"]|['"]$/g, '') : ''
}

function touches(node: SyntaxNode, pos: number): boolean {
  return node.from <= pos && node.to >= pos
}
