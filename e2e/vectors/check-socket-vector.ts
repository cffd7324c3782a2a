import { isDeepStrictEqual } from 'node:util'
import type { ObservedSockets } from './run-socket-vector.ts'
import { decodeValue, hexOf, type Vector } from './vector.ts'

type Check = (expected: never, observed: ObservedSockets) => string | undefined
type Result = Record<string, unknown>

/** Lists how what was observed of sockets differs from what the vector expects. A key that nobody knows is a difference too. */
export function checkSocketVector(vector: Vector, observed: ObservedSockets): readonly string[] {
  return Object.entries(vector.expect).flatMap(([key, value]) => {
    const check = CHECKS[key] as ((expected: unknown, observed: ObservedSockets) => string | undefined) | undefined
    const problem = check ? check(decodeValue(value), observed) : 'this runner does not know the key'
    return problem === undefined ? [] : [`${key}: ${problem}`]
  })
}

const show = (value: unknown) => JSON.stringify(value) ?? String(value)
const same = (actual: unknown, expected: unknown) =>
  isDeepStrictEqual(actual, expected) ? undefined : `expected ${show(expected)}, got ${show(actual)}`
const oneOf = (actual: unknown, expected: readonly unknown[]) =>
  expected.some((value) => isDeepStrictEqual(actual, value)) ? undefined : `expected one of ${show(expected)}, got ${show(actual)}`
const sameKeys = (actual: object | undefined, expected: readonly string[]) => same(Object.keys(actual ?? {}).sort(), [...expected].sort())
const subset = (actual: Result | undefined, expected: Result) =>
  Object.entries(expected)
    .map(([key, value]) => same(actual?.[key], value)?.replace(/^/, `${key} `))
    .find(Boolean)
const matches = (actual: unknown, pattern: string) =>
  new RegExp(pattern).test(String(actual)) ? undefined : `expected ${pattern}, got ${show(actual)}`

/** What the call came to: of a small call its own result, of a socket that of connectSocket. */
const result = (o: ObservedSockets): Result => o.small.at(-1)?.result ?? o.sockets.at(-1)?.result ?? {}
const error = (o: ObservedSockets) => o.sockets.at(-1)?.error
const sixth = (o: ObservedSockets) => o.sockets[5]
const handshake = (o: ObservedSockets, name: string) =>
  o.seen.at(-1)?.outgoing.header.find(([given]) => given.toLowerCase() === name.toLowerCase())?.[1]
const profile = (o: ObservedSockets) => (o.opened[0]?.['profile'] ?? {}) as Result
const plain = (data: unknown) => (data instanceof ArrayBuffer ? { hex: hexOf(data) } : data)

const CHECKS: Readonly<Record<string, Check>> = {
  sent: (expected: boolean, o) => same(o.seen.length > 0, expected),
  handshake: (expected: Record<string, string>, o) =>
    Object.entries(expected)
      .map(([name, value]) => same(handshake(o, name), value)?.replace(/^/, `${name} `))
      .find(Boolean),
  handshakeHas: (expected: string[], o) => expected.find((name) => handshake(o, name) === undefined)?.concat(' is missing'),
  handshakeLacks: (expected: string[], o) => expected.find((name) => handshake(o, name) !== undefined)?.concat(' was sent'),
  serverSeesClose: (expected: Result, o) => subset(o.seen.at(-1)?.closed as unknown as Result, expected),
  serverReceives: (expected: unknown[], o) =>
    same(
      o.seen.at(-1)?.received.map((data) => plain(typeof data === 'string' ? data : data.slice().buffer)),
      expected.map(plain),
    ),

  errMsg: (expected: string, o) => (error(o)?.['errMsg'] === expected ? undefined : same(result(o)['errMsg'], expected)),
  errMsgOneOf: (expected: string[], o) => oneOf(result(o)['errMsg'], expected),
  errno: (expected: number, o) => same(result(o)['errno'], expected),
  resultHas: (expected: string[], o) => expected.find((key) => !(key in result(o)))?.concat(' is missing'),
  resultLacks: (expected: string[], o) => expected.find((key) => key in result(o))?.concat(' is there'),
  callbacks: (expected: string[], o) => same(o.sockets.at(-1)?.callbacks, expected),
  callbackErrMsg: (expected: string, o) => same(o.sockets.at(-1)?.result?.['errMsg'], expected),
  syncCallbacks: (expected: boolean, o) => same((o.sockets.at(-1)?.sync.length ?? 0) > 0, expected),
  returns: (expected: string, o) => same(kindOf(o.small.at(-1)?.returned ?? o.sockets.at(-1)?.returned), expected),
  returnsPromise: (expected: boolean, o) => same((o.small.at(-1)?.returned ?? o.sockets.at(-1)?.returned) instanceof Promise, expected),
  taskMethods: (expected: string[], o) =>
    expected.find((name) => typeof (o.sockets.at(-1)?.returned as Result | undefined)?.[name] !== 'function')?.concat(' is missing'),

  events: (expected: string[], o) =>
    same(
      o.events.filter((event) => isNamed(event, expected)),
      expected,
    ),
  eventsInclude: (expected: string[], o) => expected.find((event) => !o.events.includes(event))?.concat(' did not come'),
  eventsExclude: (expected: string[], o) => expected.find((event) => o.events.includes(event))?.concat(' came'),
  openKeys: (expected: string[], o) => sameKeys(o.opened[0], expected),
  openHeader: (expected: Result, o) => subset(o.opened[0]?.['header'] as Result, expected),
  globalOpenKeys: (expected: string[], o) => sameKeys(o.globalOpened[0], expected),
  profileKeys: (expected: string[], o) => sameKeys(profile(o), expected),
  profile: (expected: Result, o) => subset(profile(o), expected),
  profileAbsent: (expected: boolean, o) => same(!('profile' in (o.opened[0] ?? {})), expected),
  messages: (expected: unknown[], o) => same(o.messages.map(plain), expected.map(plain)),
  closeEvent: (expected: Result, o) => subset(o.closed[0], expected),
  closeEventKeys: (expected: string[], o) => sameKeys(o.closed[0], expected),
  closedAfterOpen: (expected: boolean, o) => same(o.events.indexOf('close') > o.events.indexOf('open'), expected),
  socketErrMsg: (expected: string, o) => same(error(o)?.['errMsg'], expected),
  socketErrMsgOneOf: (expected: string[], o) => oneOf(error(o)?.['errMsg'], expected),
  socketErrMsgMatches: (expected: string, o) => matches(error(o)?.['errMsg'], expected),
  sendFailErrMsg: (expected: string, o) =>
    same(o.small.find(({ failed, name }) => failed && name.startsWith('send'))?.result?.['errMsg'], expected),
  closeFailErrMsg: (expected: string, o) =>
    same(o.small.find(({ failed, name }) => failed && name.startsWith('close'))?.result?.['errMsg'], expected),
  readyStateSequence: (expected: number[], o) => same(o.readyStates, expected),

  openCount: (expected: number, o) => same(o.opened.length, expected),
  sixthSocketErrMsg: (expected: string, o) => same(sixth(o)?.error?.['errMsg'], expected),
  sixthSocketErrMsgMatches: (expected: string, o) => matches(sixth(o)?.error?.['errMsg'], expected),
  sixthFails: (expected: boolean, o) => same(sixth(o)?.error !== undefined || (sixth(o)?.callbacks.includes('fail') ?? false), expected),
  sixthSent: (expected: boolean, o) => same(o.seen.length > 5, expected),
  failsAfterMs: (expected: number, o) => {
    const { calledAt = Number.NaN, errorAt = Number.NaN } = o.sockets.at(-1) ?? {}
    return Math.abs(errorAt - calledAt - expected) <= expected / 10
      ? undefined
      : `expected an error after ${expected} ms, it took ${errorAt - calledAt} ms`
  },
  consoleIncludes: (expected: string[], o) =>
    expected.find((text) => !o.console.some((line) => line.includes(text)))?.concat(' was not printed'),
}

const OUTCOMES = ['success', 'fail', 'complete']

/** `['open']` says nothing of the callbacks; listeners are there where they are named. */
function isNamed(event: string, expected: readonly string[]): boolean {
  return OUTCOMES.includes(event) ? expected.some((name) => OUTCOMES.includes(name)) : expected.includes(event)
}

function kindOf(value: unknown): string {
  if (value instanceof Promise) return 'promise'
  return typeof (value as { send?: unknown } | undefined)?.send === 'function' ? 'task' : typeof value
}
