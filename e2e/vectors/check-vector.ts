import { type Checks, checkAll, deepSubset, isAfter, kindOf, lacking, oneOf, same, sameKeys, sameSync, subset } from './compare.ts'
import type { ObservedCalls } from './observed-calls.ts'
import { hexOf, type Vector } from './vector.ts'

/** Lists how what was observed differs from what the vector expects. */
export function checkVector(vector: Vector, observed: ObservedCalls): readonly string[] {
  return checkAll(vector.expect, CHECKS, observed)
}

const lastCall = (observed: ObservedCalls) => observed.calls.at(-1)
const result = (observed: ObservedCalls) => {
  const call = lastCall(observed)
  return (call?.succeeded ?? call?.failed ?? call?.completed ?? {}) as Record<string, unknown>
}
const profile = (observed: ObservedCalls) => (result(observed).profile ?? {}) as Record<string, unknown>
const request = (observed: ObservedCalls) => observed.seen.at(-1)?.outgoing
const body = (observed: ObservedCalls) => observed.seen.at(-1)?.body ?? new Uint8Array()
const bodyText = (observed: ObservedCalls) => new TextDecoder().decode(body(observed))
const form = (observed: ObservedCalls) => [...(observed.seen.at(-1)?.form?.entries() ?? [])]
const headersNamed = (observed: ObservedCalls, name: string) =>
  (request(observed)?.header ?? []).filter(([given]) => given.toLowerCase() === name.toLowerCase()).map(([, value]) => value)
const spelledOut = (url = '') => (URL.canParse(url) ? new URL(url).href : url)
const typeOf = (value: unknown) => (value instanceof ArrayBuffer ? 'arraybuffer' : typeof value)
const CHECKS: Checks<ObservedCalls> = {
  requestMethod: (expected: string, o) => same(request(o)?.method, expected),
  // A server sees an address as its client spelled it out: lower-case host, everything else escaped.
  requestUrl: (expected: string, o) => same(request(o)?.url, expected) && same(spelledOut(request(o)?.url), expected),
  requestBody: (expected: string | null, o) => same(bodyText(o), expected ?? ''),
  requestBodyHex: (expected: string, o) => same(hexOf(body(o)), expected.toLowerCase()),
  requestHeaders: (expected: Record<string, string>, o) =>
    Object.entries(expected)
      .map(([name, value]) => oneOf(value, headersNamed(o, name))?.replace(/^/, `${name} `))
      .find(Boolean),
  requestHeadersAbsent: (expected: string[], o) => expected.find((name) => headersNamed(o, name).length > 0)?.concat(' was sent'),
  requestHeadersStartWith: (expected: Record<string, string>, o) =>
    Object.entries(expected)
      .filter(([name, start]) => !headersNamed(o, name)[0]?.startsWith(start))
      .map(([name, start]) => `${name} does not start with ${start}: ${headersNamed(o, name)[0]}`)[0],
  requestHeaderCount: (expected: Record<string, number>, o) =>
    Object.entries(expected)
      .map(([name, count]) => same(headersNamed(o, name).length, count))
      .find(Boolean),
  formFields: (expected: Record<string, string>, o) =>
    same(Object.fromEntries(form(o).filter(([, value]) => typeof value === 'string')), expected),
  fileField: (expected: string, o) => same(form(o).find(([, value]) => typeof value !== 'string')?.[0], expected),
  requestCount: (expected: number, o) => same(o.seen.length, expected),
  sent: (expected: boolean, o) => same(o.seen.length > 0, expected),

  errMsg: (expected: string, o) => same(result(o).errMsg, expected),
  errno: (expected: number, o) => same(result(o).errno, expected),
  statusCode: (expected: number, o) => same(result(o).statusCode, expected),
  data: (expected: unknown, o) => same(result(o).data, expected),
  dataType: (expected: string, o) => same(typeOf(result(o).data), expected),
  dataHex: (expected: string, o) => same(hexOf(result(o).data as ArrayBuffer), expected.toLowerCase()),
  cookies: (expected: string[], o) => same(result(o).cookies, expected),
  headerValue: (expected: Record<string, string>, o) => subset((result(o).header ?? {}) as Record<string, unknown>, expected),
  exception: (expected: unknown, o) => deepSubset(result(o).exception, expected),
  useHttpDNS: (expected: boolean, o) => same(result(o).useHttpDNS, expected),
  resultHas: (expected: string[], o) => expected.find((key) => !(key in result(o)))?.concat(' is missing'),
  resultLacks: (expected: string[], o) => expected.find((key) => key in result(o))?.concat(' is there'),
  tempFilePath: (expected: string, o) => same(result(o).tempFilePath, expected),
  filePath: (expected: string, o) => same(result(o).filePath, expected),
  fileContent: (expected: unknown, o) =>
    expected instanceof ArrayBuffer
      ? same(o.fileContent && hexOf(o.fileContent), hexOf(expected))
      : same(o.fileContent && new TextDecoder().decode(o.fileContent), expected),
  profile: (expected: Record<string, unknown>, o) => subset(profile(o), expected),
  profileKeys: (expected: string[], o) => sameKeys(profile(o), expected),
  profileEqual: (expected: [string, string][], o) =>
    expected.map(([one, other]) => same(profile(o)[one], profile(o)[other])?.replace(/^/, `${one} and ${other}: `)).find(Boolean),
  profileOrder: (expected: string[], o) =>
    expected
      .slice(1)
      .map((name, index) => [expected[index]!, name] as const)
      .filter(([before, after]) => !((profile(o)[before] as number) <= (profile(o)[after] as number)))
      .map(([before, after]) => `${before} ${profile(o)[before]} is not before ${after} ${profile(o)[after]}`)[0],
  profileAbsent: (expected: boolean, o) => same(!('profile' in result(o)), expected),

  returns: (expected: string, o) => same(kindOf(lastCall(o)?.returned), expected),
  returnsPromise: (expected: boolean, o) => same(kindOf(lastCall(o)?.returned) === 'promise', expected),
  taskMethods: (expected: string[], o) => lacking(expected, lastCall(o)?.returned),
  syncCallbacks: (expected: boolean | number | string[], o) =>
    sameSync(
      o.calls.flatMap((call) => call.sync),
      expected,
    ),
  callbacks: (expected: string[], o) => same(lastCall(o)?.callbacks, expected),
  callbackErrMsg: (expected: string, o) => same(result(o).errMsg, expected),
  completeArg: (_expected: string, o) => {
    const call = lastCall(o)
    return same(call?.completed, call?.succeeded ?? call?.failed)
  },
  events: (expected: string[], o) =>
    same(
      o.events.filter((event) => isNamed(event, expected)),
      expected,
    ),
  eventsInclude: (expected: string[], o) => expected.find((event) => !o.events.includes(event))?.concat(' did not come'),
  eventsExclude: (expected: string[], o) => expected.find((event) => o.events.includes(event))?.concat(' came'),
  headersReceivedKeys: (expected: string[], o) => sameKeys(o.headersReceived[0], expected),
  headersReceivedHeader: (expected: Record<string, string>, o) =>
    subset((o.headersReceived[0]?.header ?? {}) as Record<string, unknown>, expected),
  progressKeys: (expected: string[], o) => sameKeys(o.progress[0], expected),
  progressLast: (expected: number, o) => same(o.progress.at(-1)?.progress, expected),
  chunkData: (expected: unknown, o) =>
    same(hexOf(Buffer.concat(o.chunks)), hexOf(Buffer.concat([expected].flat().map((piece) => bytesOf(piece))))),

  failsAfterMs: (expected: number, o) => {
    const call = lastCall(o)
    return call?.failed ? isAfter((call.endedAt ?? Number.NaN) - call.calledAt, expected) : 'it did not fail'
  },
  sentAtOnce: (expected: number, o) => same(o.sentAtOnce, expected),
  queued: (expected: number, o) => same(o.calls.length - o.sentAtOnce, expected),
  totalSentAfterAbort: (expected: number, o) => same(o.sentAfterSteps, expected),
  allSucceed: (expected: boolean, o) =>
    same(
      o.calls.every((call) => call.succeeded !== undefined),
      expected,
    ),
  order: (_expected: string, o) => {
    const firstEnd = Math.min(...o.calls.map((call) => call.endedAt ?? Number.POSITIVE_INFINITY))
    const lastSent = o.seen.at(-1)?.at ?? Number.NaN
    return lastSent >= firstEnd ? undefined : `the last call was sent at ${lastSent} ms, before the first one ended at ${firstEnd} ms`
  },
  consoleIncludes: (expected: string[], o) =>
    expected.find((text) => !o.console.some((line) => line.includes(text)))?.concat(' was not printed'),
}

/** `['success', 'complete']` says nothing of headersReceived; `['headersReceived:L2']` names one listener of several. */
function isNamed(event: string, expected: readonly string[]): boolean {
  const kind = event.split(':')[0]!
  const outcome = kind === 'success' || kind === 'fail' || kind === 'complete'
  if (outcome) return expected.some((name) => name === 'success' || name === 'fail' || name === 'complete')
  return event.includes(':') || expected.includes(kind)
}

function bytesOf(piece: unknown): Uint8Array {
  return piece instanceof ArrayBuffer ? new Uint8Array(piece) : new TextEncoder().encode(String(piece))
}
