import * as v from 'valibot'
import { LONGEST_TIMEOUT } from '../../contract/clock.ts'
import { DOMAIN_LISTS, type DomainEntry, type DomainList } from '../../contract/event/domain-check.ts'
import type { Issue } from '../../contract/inspector-error.ts'
import type { TimedApi } from '../../contract/settings.ts'
import { type DomainEntryFault, MAX_DOMAIN_ENTRIES, readDomainEntry, schemeOf } from './domain-entry.ts'

const flag = v.boolean('must be true or false')
const text = v.string('must be a string')
const atLeast = (least: number, unit: string) => {
  const message = `must be a number of ${unit}, ${least} or more`
  return v.pipe(v.number(message), v.finite(message), v.minValue(least, message))
}
const wholeAtLeast = (least: number, what: string) => {
  const message = `must be a whole number of ${what}, ${least} or more`
  return v.pipe(v.number(message), v.safeInteger(message), v.minValue(least, message))
}
const oneOf = <const Names extends readonly string[]>(names: Names) => v.picklist(names, `must be one of: ${names.join(', ')}`)

const ipv4 = v.pipe(text, v.ipv4('must be an IPv4 address such as 192.168.1.20'))
const cidr = v.pipe(
  text,
  v.check((range) => {
    const [address = '', bits = '', ...rest] = range.split('/')
    return rest.length === 0 && v.is(ipv4, address) && /^\d{1,2}$/.test(bits) && Number(bits) <= 32
  }, 'must be an IPv4 range such as 192.168.1.0/24'),
)
const appid = v.pipe(text, v.regex(/^wx[0-9a-f]{16}$/, "must be 'wx' and 16 hex digits, such as wx1234567890abcdef"))

const TIMEOUT = `must be a number of ms above 0 and at most ${LONGEST_TIMEOUT}; leave it out for the default of 60000`
const milliseconds = v.pipe(v.number(TIMEOUT), v.gtValue(0, TIMEOUT), v.maxValue(LONGEST_TIMEOUT, TIMEOUT))
const timeout = v.exactOptional(milliseconds)
const timeouts = { request: timeout, connectSocket: timeout, uploadFile: timeout, downloadFile: timeout } satisfies Record<
  TimedApi,
  unknown
>

const domainLine = v.union(
  [text, v.strictObject({ origin: text, enabled: flag })],
  "must be a string such as 'https://api.example.com', or { origin, enabled }",
)
const domainLines = v.pipe(
  v.array(domainLine, 'must be a list of domains'),
  v.maxLength(MAX_DOMAIN_ENTRIES, `must hold at most ${MAX_DOMAIN_ENTRIES} domains: remove some first`),
)

const project = v.looseObject(
  {
    appid: v.exactOptional(v.union([v.literal('touristappid'), appid], "must be 'wx' and 16 hex digits, or 'touristappid'")),
    setting: v.exactOptional(v.looseObject({ urlCheck: v.exactOptional(flag) }, 'must be an object')),
  },
  'must be the object of project.config.json: parse the file first',
)
const appJson = v.looseObject(
  { networkTimeout: v.exactOptional(v.looseObject(timeouts, 'must be an object')) },
  'must be the object of app.json: parse the file first',
)

const kbps = v.nullable(
  v.pipe(
    v.number('must be a number of kilobits per second above 0, or null for no limit'),
    v.gtValue(0, 'must be above 0; null means no limit'),
    v.finite('must be finite; null means no limit'),
  ),
)

/** The shape of a settings patch from outside; each fault is told as what follows its path, and names what would be right. */
export const SettingsPatchSchema = v.strictObject(
  {
    platform: v.exactOptional(oneOf(['android', 'android-remote-debug', 'ios', 'devtools', 'pc'])),
    lib: v.exactOptional(v.pipe(text, v.regex(/^\d+\.\d+\.\d+$/, 'must be three numbers, such as 3.17.0'))),
    appid: v.exactOptional(appid),
    envVersion: v.exactOptional(oneOf(['develop', 'trial', 'release'])),
    versionNumber: v.exactOptional(wholeAtLeast(1, 'releases')),
    enableDebug: v.exactOptional(flag),
    urlCheck: v.exactOptional(flag),
    domainCheck: v.exactOptional(oneOf(['enforce', 'report'])),
    domains: v.exactOptional(
      v.strictObject(
        {
          request: v.exactOptional(domainLines),
          socket: v.exactOptional(domainLines),
          uploadFile: v.exactOptional(domainLines),
          downloadFile: v.exactOptional(domainLines),
        },
        `must be an object with the lists ${DOMAIN_LISTS.join(', ')}`,
      ),
    ),
    networkTimeout: v.exactOptional(v.strictObject(timeouts, `must be an object of ms: ${Object.keys(timeouts).join(', ')}`)),
    lan: v.exactOptional(v.array(cidr, 'must be a list of IPv4 ranges')),
    selfIp: v.exactOptional(v.nullable(ipv4)),
    httpdnsQuota: v.exactOptional(wholeAtLeast(0, 'look-ups')),
    conditions: v.exactOptional(
      v.strictObject(
        {
          preset: v.exactOptional(oneOf(['none', 'wifi', '5g', '4g', '3g', '2g', 'offline', 'custom'])),
          online: v.exactOptional(flag),
          latency: v.exactOptional(atLeast(0, 'ms')),
          jitter: v.exactOptional(atLeast(0, 'ms')),
          downKbps: v.exactOptional(kbps),
          upKbps: v.exactOptional(kbps),
          loss: v.exactOptional(
            v.pipe(
              v.number('must be a number from 0 to 1'),
              v.minValue(0, 'must be 0 or more'),
              v.maxValue(1, 'must be at most 1: it is a share of calls'),
            ),
          ),
          seed: v.exactOptional(v.pipe(v.number('must be a whole number'), v.safeInteger('must be a whole number'))),
        },
        'must be an object of network conditions',
      ),
    ),
    hold: v.exactOptional(
      v.strictObject(
        { continueAfter: v.exactOptional(milliseconds), freezeTimeout: v.exactOptional(flag) },
        'must be an object with continueAfter and freezeTimeout',
      ),
    ),
    capture: v.exactOptional(
      v.strictObject(
        {
          maxTasks: v.exactOptional(wholeAtLeast(1, 'tasks')),
          maxBodyBytes: v.exactOptional(wholeAtLeast(0, 'bytes')),
          persist: v.exactOptional(flag),
        },
        'must be an object with maxTasks, maxBodyBytes and persist',
      ),
    ),
    unmatched: v.exactOptional(oneOf(['network', 'relay', 'fail'])),
    projectConfig: v.exactOptional(project),
    projectPrivateConfig: v.exactOptional(project),
    appJson: v.exactOptional(appJson),
  },
  (issue) =>
    issue.expected === 'never' ? 'is not a known setting: take it out, or correct its spelling' : 'must be an object of settings',
)

export type ParsedSettingsPatch = v.InferOutput<typeof SettingsPatchSchema>

/** Reads the lines of one list; a fault goes to `issues` with its place. The same origin twice is kept once. */
export function readDomainLines(list: DomainList, lines: readonly (string | DomainEntry)[], issues: Issue[]): readonly DomainEntry[] {
  const entries = new Map<string, DomainEntry>()
  lines.forEach((line, index) => {
    const reading = readDomainEntry(list, typeof line === 'string' ? line : line.origin)
    if (!reading.ok) issues.push({ path: `domains.${list}[${index}]`, message: faultText(list, reading.why) })
    else if (!entries.has(reading.origin))
      entries.set(reading.origin, { origin: reading.origin, enabled: typeof line === 'string' || line.enabled })
  })
  return [...entries.values()]
}

export function issuesOf(issues: readonly v.BaseIssue<unknown>[]): Issue[] {
  return issues.map((issue) => ({ path: pathOf(issue), message: issue.message }))
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  if (!issue.path) return 'settings'
  return issue.path.reduce(
    (path, { key }) => (typeof key === 'number' ? `${path}[${key}]` : path === '' ? String(key) : `${path}.${String(key)}`),
    '',
  )
}

function faultText(list: DomainList, why: DomainEntryFault): string {
  switch (why) {
    case 'empty':
      return `is empty: give a domain such as ${schemeOf(list)}://api.example.com`
    case 'scheme':
      return `must begin with ${schemeOf(list)}://`
    case 'ip':
      return 'is an IP address, which cannot be listed: use a host name, or `lan` for addresses of the local network'
    case 'localhost':
      return 'is localhost, which cannot be listed: switch the domain check off with `urlCheck: false` instead'
    case 'wildcard':
      return 'has a wildcard, which no list knows: list each host by itself'
    case 'path':
      return 'has a path, which cannot be listed: leave out everything after the host and port'
    case 'reserved-host':
      return 'cannot be listed: call it from your server'
    case 'malformed':
      return `is not a domain: give one such as ${schemeOf(list)}://api.example.com or ${schemeOf(list)}://api.example.com:8443`
  }
}
