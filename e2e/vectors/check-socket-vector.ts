import { type Checks, checkAll, isAfter, kindOf, lacking, type Result, same, sameKeys, sameSync, subset } from './compare.ts'
import type { ObservedSockets, ReceivedBySocket } from './observed-sockets.ts'
import { hexOf, type Vector } from './vector.ts'

/** Lists how what was observed of sockets differs from what the vector expects. */
export function checkSocketVector(vector: Vector, observed: ObservedSockets): readonly string[] {
  return checkAll(vector.expect, { ...CHECKS, ...sixthChecks(Object.keys(vector.expect)) }, observed)
}

const isSmall = (o: ObservedSockets) => o.api !== 'connectSocket' && o.small.length > 0
/** What the call came to: of a small call its own result, of a socket that of connectSocket. */
const result = (o: ObservedSockets): Result => (isSmall(o) ? o.small.at(-1)?.result : o.sockets.at(-1)?.result) ?? {}
const returned = (o: ObservedSockets) => (isSmall(o) ? o.small : o.sockets).at(-1)?.returned
const error = (o: ObservedSockets) => o.sockets.at(-1)?.error
const sixth = (o: ObservedSockets) => o.sockets[5]
const handshake = (o: ObservedSockets, name: string) =>
  o.seen.at(-1)?.outgoing.header.find(([given]) => given.toLowerCase() === name.toLowerCase())?.[1]
const profile = (o: ObservedSockets) => (o.opened[0]?.['profile'] ?? {}) as Result
const plain = (data: unknown) => (data instanceof ArrayBuffer ? { hex: hexOf(data) } : data)

const CHECKS: Checks<ObservedSockets> = {
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

  errMsg: (expected: string, o) => {
    const said = [error(o)?.['errMsg'], ...o.small.map((call) => call.result?.['errMsg'])]
    return said.some((errMsg) => same(errMsg, expected) === undefined) ? undefined : same(result(o)['errMsg'], expected)
  },
  errno: (expected: number, o) => same(result(o)['errno'], expected),
  resultHas: (expected: string[], o) => expected.find((key) => !(key in result(o)))?.concat(' is missing'),
  resultLacks: (expected: string[], o) => expected.find((key) => key in result(o))?.concat(' is there'),
  callbacks: (expected: string[], o) => same((isSmall(o) ? o.small : o.sockets).at(-1)?.callbacks, expected),
  callbackErrMsg: (expected: string, o) => same(result(o)['errMsg'], expected),
  syncCallbacks: (expected: boolean | number | string[], o) => sameSync(o.sockets.at(-1)?.sync ?? [], expected),
  returns: (expected: string, o) => same(kindOf(returned(o)), expected),
  returnsPromise: (expected: boolean, o) => same(kindOf((o.small.at(-1) ?? o.sockets.at(-1))?.returned) === 'promise', expected),
  taskMethods: (expected: string[], o) => lacking(expected, o.sockets.at(-1)?.returned),

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
  sendFailErrMsg: (expected: string, o) =>
    same(o.small.find(({ failed, name }) => failed && name.startsWith('send'))?.result?.['errMsg'], expected),
  closeFailErrMsg: (expected: string, o) =>
    same(o.small.find(({ failed, name }) => failed && name.startsWith('close'))?.result?.['errMsg'], expected),
  readyStateSequence: (expected: number[], o) => same(o.readyStates, expected),

  closedReasons: (expected: string[], o) =>
    same(
      o.closed.map(({ reason }) => reason),
      expected,
    ),
  smallErrMsgs: (expected: string[], o) =>
    same(
      o.small.map((call) => call.result?.['errMsg']),
      expected,
    ),
  openCount: (expected: number, o) => same(o.opened.length, expected),
  failsAfterMs: (expected: number, o) => {
    const { calledAt = Number.NaN, errorAt = Number.NaN } = o.sockets.at(-1) ?? {}
    return isAfter(errorAt - calledAt, expected)
  },
  consoleIncludes: (expected: string[], o) =>
    expected.find((text) => !o.console.some((line) => line.includes(text)))?.concat(' was not printed'),
}

/** What is said of the sixth socket (LIM-3), in whatever word: the format leaves it open. */
function sixthChecks(keys: readonly string[]): Checks<ObservedSockets> {
  const names = keys.filter((key) => key.startsWith('sixth')).map((key) => key.replace(/(OneOf|Matches)$/, ''))
  return Object.fromEntries(names.map((name) => [name, sixthCheck(name)]))
}

function sixthCheck(name: string): Checks<ObservedSockets>[string] {
  if (/ErrMsg$/.test(name)) return (expected: string, o) => same(sixth(o)?.error?.['errMsg'], expected)
  if (/open|succe/i.test(name)) return (expected: boolean, o) => same(o.opened.length > 5, expected)
  if (/queue|wait/i.test(name)) return (expected: boolean, o) => same(!fails(sixth(o)), expected)
  if (/sent/i.test(name)) return (expected: boolean, o) => same(o.seen.length > 5, expected)
  return (expected: unknown, o) => {
    if (typeof expected === 'boolean') return same(fails(sixth(o)), expected)
    const words = [expected].flat()
    return words.some((word) => /^(fail|error)/.test(String(word))) ? same(fails(sixth(o)), true) : 'this runner does not know the value'
  }
}

function fails(socket: ReceivedBySocket | undefined): boolean {
  return socket !== undefined && (socket.error !== undefined || socket.callbacks.includes('fail'))
}

const OUTCOMES = ['success', 'fail', 'complete']

/** `['open']` says nothing of the callbacks; listeners are there where they are named. */
function isNamed(event: string, expected: readonly string[]): boolean {
  return OUTCOMES.includes(event) ? expected.some((name) => OUTCOMES.includes(name)) : expected.includes(event)
}
