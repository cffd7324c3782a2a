import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { typescriptLanguage } from '@codemirror/lang-javascript'
import { ROOT } from './ensure-install.mjs'

// node tools/write-wx-members.mjs: what the playground's editor completes and explains, read from the types of wx in src/contract/wx. The
// Chinese texts and the base libraries are those of WeChat's own typings (miniprogram-api-typings, MIT), by the names of the members.

/**
 * @typedef {{ type: string, optional?: true, gives?: string, takes?: string, hears?: string, en?: string, zh?: string, since?: string }} Member
 * @typedef {Record<string, Member>} Shape
 * @typedef {ReturnType<typeof typescriptLanguage.parser.parse>['topNode']} Node
 * @typedef {{ text: string, node: Node }} Found
 * @typedef {{ bound: Map<string, Found>, owner: string }} Scope
 */

const OWN = ['api-call', 'wx', 'wx-device', 'wx-files', 'wx-socket'].map((name) => join(ROOT, 'src', 'contract', 'wx', `${name}.ts`))
const THEIRS = join(ROOT, 'node_modules', 'miniprogram-api-typings', 'types', 'wx', 'lib.wx.api.d.ts')
export const TARGET = join(ROOT, 'src', 'playground', 'code', 'editor', 'wx-members.ts')

/** What our types are called there, where the names differ. */
const THEIR_NAMES = /** @type {Readonly<Record<string, string>>} */ ({
  WxNetwork: 'Wx',
  WxSockets: 'Wx',
  WxFiles: 'Wx',
  WxDevice: 'Wx',
  RequestSuccess: 'RequestSuccessCallbackResult',
  RequestFail: 'RequestFailCallbackErr',
  HeadersReceivedResult: 'OnHeadersReceivedListenerResult',
  ChunkReceivedResult: 'OnChunkReceivedListenerResult',
  UploadFileSuccess: 'UploadFileSuccessCallbackResult',
  DownloadFileSuccess: 'DownloadFileSuccessCallbackResult',
  UploadProgressResult: 'UploadTaskOnProgressUpdateListenerResult',
  DownloadProgressResult: 'DownloadTaskOnProgressUpdateListenerResult',
  SendSocketOption: 'SocketTaskSendOption',
  CloseSocketOption: 'SocketTaskCloseOption',
  SocketOpenResult: 'OnOpenListenerResult',
  SocketMessageResult: 'SocketTaskOnMessageListenerResult',
  SocketCloseResult: 'SocketTaskOnCloseListenerResult',
  NetworkFacts: 'GetNetworkTypeSuccessCallbackResult',
  NetworkStatus: 'OnNetworkStatusChangeListenerResult',
  DeviceInfo: 'DeviceInfo',
  AppBaseInfo: 'AppBaseInfo',
})

/** Means the same wherever it stands. */
const EVERYWHERE = ['success', 'fail', 'complete']

/** The source of the table. */
export function writeWxMembers() {
  const types = new Map(OWN.flatMap((file) => [...declarationsIn(readFileSync(file, 'utf8'))]))
  const theirs = readTheirs()
  /** @type {Record<string, Shape>} */
  const shapes = {}

  /**
   * The shape that an expression of this type has, by its name.
   * @param {Found} found
   * @param {Scope} scope
   * @returns {string | undefined}
   */
  function shapeOf(found, scope) {
    const { node, text } = found
    const at = (/** @type {Node} */ inner) => ({ text, node: inner })
    switch (node.name) {
      case 'TypeName': {
        const name = textOf(found)
        const bound = scope.bound.get(name)
        if (bound) return shapeOf(bound, { ...scope, bound: new Map() })
        return types.has(name) ? declare(name) : undefined
      }
      case 'ParameterizedType': {
        const name = textOf(at(/** @type {Node} */ (node.firstChild)))
        const args = childrenOf(node.getChild('TypeArgList')).map(at)
        if (name === 'Promise' && args[0]) return shapeOf(args[0], scope)
        if (name === 'Pick' && args[0]) return shapeOf(args[0], scope)
        if (name === 'ApiReturn') return args[1] && shapeOf(args[1], { ...scope, owner: `${scope.owner} result` })
        if (name === 'ApiCallbacks') return add(`${scope.owner} callbacks`, callbacksWith(args[0], scope))
        return types.has(name) ? declare(name) : undefined
      }
      case 'UnionType':
        for (const each of childrenOf(node)) {
          const shape = shapeOf(at(each), scope)
          if (shape) return shape
        }
        return undefined
      case 'ParenthesizedType':
        return node.firstChild?.nextSibling ? shapeOf(at(node.firstChild.nextSibling), scope) : undefined
      case 'IntersectionType':
      case 'ObjectType':
        return add(scope.owner, () => membersOf(found, scope))
      default:
        return undefined
    }
  }

  /**
   * @param {string} name
   * @param {() => Shape} members
   */
  function add(name, members) {
    if (!shapes[name]) {
      shapes[name] = {}
      Object.assign(shapes[name], members())
    }
    return name
  }

  /** @param {string} name */
  function declare(name) {
    const found = types.get(name)
    return found && add(name, () => membersOf(found, { bound: new Map(), owner: name }))
  }

  /**
   * @param {Found | undefined} success
   * @param {Scope} scope
   */
  function callbacksWith(success, scope) {
    return () => {
      const declared = types.get('ApiCallbacks')
      const bound = new Map(success ? [['Success', success]] : [])
      return declared ? membersOf(declared, { bound, owner: `${scope.owner} success` }) : {}
    }
  }

  /**
   * @param {Found} found a declaration, or the type that is written there
   * @param {Scope} scope
   * @returns {Shape}
   */
  function membersOf({ node, text }, scope) {
    /** @type {Shape} */
    const members = {}
    if (node.name === 'InterfaceDeclaration') {
      for (const child of childrenOf(node)) {
        if (child.name === 'TypeName' || child.name === 'ParameterizedType') {
          const shape = shapeOf({ text, node: child }, { ...scope, owner: `${scope.owner} base` })
          Object.assign(members, shape && shapes[shape])
        }
        if (child.name === 'ObjectType') Object.assign(members, membersOf({ text, node: child }, scope))
      }
      return members
    }
    if (node.name === 'IntersectionType' || node.name === 'TypeAliasDeclaration') {
      for (const child of childrenOf(node)) {
        if (child.name === 'ObjectType' || child.name === 'IntersectionType')
          Object.assign(members, membersOf({ text, node: child }, scope))
        else if (child.name === 'TypeName' || child.name === 'ParameterizedType') {
          const shape = shapeOf({ text, node: child }, { ...scope, owner: `${scope.owner} base` })
          Object.assign(members, shape && shapes[shape])
        }
      }
      return members
    }
    for (const child of childrenOf(node)) {
      if (child.name !== 'PropertyType' && child.name !== 'MethodType') continue
      const name = child.getChild('PropertyDefinition')
      if (!name) continue
      const key = text.slice(name.from, name.to)
      members[key] = memberOf({ text, node: child }, { ...scope, owner: `${scope.owner}.${key}` }, key)
    }
    return members
  }

  /**
   * @param {Found} found
   * @param {Scope} scope
   * @param {string} name
   * @returns {Member}
   */
  function memberOf({ node, text }, scope, name) {
    const at = (/** @type {Node | null | undefined} */ inner) => (inner ? { text, node: inner } : undefined)
    const typed = (/** @type {Node | null | undefined} */ inner) => at(inner?.getChild('TypeAnnotation')?.lastChild)
    const bound = new Map(scope.bound)
    const parameters = childrenOf(node.getChild('TypeParamList'))
    parameters.forEach((parameter, index) => {
      const constraint = parameters[index + 1]?.name === 'extends' ? parameters[index + 2] : undefined
      if (parameter.name === 'TypeDefinition' && constraint) bound.set(text.slice(parameter.from, parameter.to), { text, node: constraint })
    })
    const inner = { ...scope, bound }
    const own = typed(node)
    const isFunction = own?.node.name === 'FunctionSignature'
    const signature = node.name === 'MethodType' ? node : isFunction ? own.node : undefined
    const first = typed(signature?.getChild('ParamList'))
    const gives = own && !isFunction ? shapeOf(own, inner) : undefined
    const argument =
      first && first.node.name !== 'FunctionSignature' ? shapeOf(first, { ...inner, owner: `${scope.owner} option` }) : undefined
    const listener = first?.node.name === 'FunctionSignature' ? typed(first.node.getChild('ParamList')) : undefined
    const hears = listener && shapeOf(listener, { ...inner, owner: `${scope.owner} result` })
    const type = signature && node.name === 'MethodType' ? methodType(signature, text) : own ? textOf(own) : ''
    const [theirOwner] = scope.owner.split(/[. ]/)
    const their =
      theirs(THEIR_NAMES[theirOwner ?? ''] ?? theirOwner ?? '', name) ??
      (EVERYWHERE.includes(name) ? theirs('RequestOption', name) : undefined)
    const en = docBefore(node, text)
    return {
      type: shorten(type),
      ...(node.getChild('Optional') && { optional: /** @type {const} */ (true) }),
      ...(gives && { gives }),
      ...(argument && (isFunction ? { hears: argument } : { takes: argument })),
      ...(hears && { hears }),
      ...(en && { en }),
      ...(their?.zh && { zh: their.zh }),
      ...(their?.since && { since: their.since }),
    }
  }

  declare('Wx')
  for (const name of Object.keys(shapes))
    if (/ base$| base /.test(name) || name === 'WxNetwork' || name === 'WxSockets') delete shapes[name]
  return format(`// Written by tools/write-wx-members.mjs; a test holds it against src/contract/wx. The Chinese texts are those of miniprogram-api-typings
// (MIT), by WeChat.
import type { WxShape } from './wx-shape.ts'

export const WX_MEMBERS: Readonly<Record<string, WxShape>> = ${JSON.stringify(onlyReachable(shapes), null, 2)}
`)
}

/** @param {Record<string, Shape>} shapes */
function onlyReachable(shapes) {
  /** @type {Record<string, Shape>} */
  const reached = {}
  const visit = (/** @type {string | undefined} */ name) => {
    const shape = name === undefined ? undefined : shapes[name]
    if (name === undefined || !shape || reached[name]) return
    reached[name] = shape
    for (const { gives, hears, takes } of Object.values(shape)) for (const next of [gives, hears, takes]) visit(next)
  }
  visit('Wx')
  return reached
}

/** @param {string} source */
function format(source) {
  const biome = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
  return execFileSync(process.execPath, [biome, 'format', '--stdin-file-path', TARGET], { cwd: ROOT, input: source, encoding: 'utf8' })
}

/**
 * @param {string} text
 * @returns {Map<string, Found>}
 */
function declarationsIn(text) {
  const found = new Map()
  for (const top of childrenOf(typescriptLanguage.parser.parse(text).topNode)) {
    const node = top.name === 'ExportDeclaration' ? (top.getChild('InterfaceDeclaration') ?? top.getChild('TypeAliasDeclaration')) : top
    if (node?.name !== 'InterfaceDeclaration' && node?.name !== 'TypeAliasDeclaration') continue
    const name = node.getChild('TypeDefinition')
    if (name) found.set(text.slice(name.from, name.to), { text, node })
  }
  return found
}

/** What WeChat's own typings say of a member. */
function readTheirs() {
  const text = readFileSync(THEIRS, 'utf8')
  /** @type {Map<string, Map<string, { zh?: string, since?: string }>>} */
  const read = new Map()
  return (/** @type {string} */ owner, /** @type {string} */ name) => {
    let members = read.get(owner)
    if (!members) {
      members = new Map()
      read.set(owner, members)
      const start = new RegExp(`^ {4}interface ${owner}\\b`, 'm').exec(text)?.index
      const end = start === undefined ? undefined : /^ {4}(?:interface|type) (?!Wx\b)/m.exec(text.slice(start + 10))?.index
      if (start !== undefined && end !== undefined) {
        const body = text.slice(start, start + 10 + end)
        for (const [, doc = '', key = ''] of body.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:readonly )?(\w+)\??[(<:]/g)) {
          members.set(key, readTheirDoc(doc))
        }
      }
    }
    return members.get(name)
  }
}

/** @param {string} doc */
function readTheirDoc(doc) {
  const lines = doc.split('\n').map((line) => line.replace(/^\s*\*\s?/, '').trim())
  const since = /需要基础库：\s*`([\d.]+)`/.exec(doc)?.[1]
  const end = lines.findIndex((line) => /^(\*\*|```|可选值)/.test(line))
  const zh = lines
    .slice(0, end < 0 ? undefined : end)
    .filter((line) => line && !/^需要基础库|^在插件中使用|^\[+[A-Za-z]/.test(line))
    .join(' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\s*[A-Za-z ]*用法详见.*$/, '')
    .replace(/[`*]/g, '')
    .trim()
  const short = zh.length > 120 ? zh.slice(0, zh.lastIndexOf('。', 120) + 1) || `${zh.slice(0, 119)}…` : zh
  return { ...(short && { zh: short }), ...(since && { since }) }
}

/**
 * The comment before a member, without its marks.
 * @param {Node} node
 * @param {string} text
 */
function docBefore(node, text) {
  const before = node.prevSibling
  if (before?.name !== 'BlockComment') return undefined
  return text
    .slice(before.from + 3, before.to - 2)
    .split('\n')
    .map((line) => line.replace(/^\s*\*\s?/, '').trim())
    .join(' ')
    .replaceAll('`', '')
    .trim()
}

/**
 * @param {Node} node
 * @param {string} text
 */
function methodType(node, text) {
  const list = node.getChild('ParamList')
  const gives = node.getChild('TypeAnnotation')
  return `${list ? text.slice(list.from, list.to) : '()'}${gives ? text.slice(gives.from, gives.to) : ''}`
}

/** @param {Found} found */
function textOf({ node, text }) {
  return text.slice(node.from, node.to)
}

/** @param {string} type */
function shorten(type) {
  const flat = type
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/<Data>/g, '')
  return flat.length > 70 ? `${flat.slice(0, 69)}…` : flat
}

/**
 * @param {Node | null | undefined} node
 * @returns {Node[]}
 */
function childrenOf(node) {
  const children = []
  for (let child = node?.firstChild; child; child = child.nextSibling) {
    if (!['(', ')', '{', '}', '<', '>', ',', ';', 'LogicOp'].includes(child.name)) children.push(child)
  }
  return children
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(TARGET, writeWxMembers())
