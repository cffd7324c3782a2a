import type { DomainEntry, DomainList } from './event/domain-check.ts'
import type { Platform } from './event/platform.ts'
import { CONDITIONS_PRESETS, type NetworkConditions } from './network-conditions.ts'

/** The APIs whose timeout `app.json` can set (LIM-4). */
export type TimedApi = 'request' | 'connectSocket' | 'uploadFile' | 'downloadFile'

/** The simulated environment. Names are WeChat's where WeChat has one. */
export interface Settings {
  /** Default `android`. */
  readonly platform: Platform
  /** Base library version. Default: the newest that docs/wechat.md covers. */
  readonly lib: string
  /** `wx` and 16 hex digits; it goes into the Referer. */
  readonly appid: string
  /** Which build of the mini-program this is. Default `develop`. */
  readonly envVersion: 'develop' | 'trial' | 'release'
  /** With `envVersion: 'release'`, the version in the Referer (HDR-7). */
  readonly versionNumber: number
  /** vConsole-style debugging on a phone: switches the domain check off outside release (DOM-10). */
  readonly enableDebug: boolean
  /** `setting.urlCheck` of project.config.json. Default true: the domain check is on. */
  readonly urlCheck: boolean
  /**
   * What becomes of a call that the domain check refuses, read while `urlCheck` is true. `enforce` stops it, as a phone does. `report` lets
   * it go and records the verdict; nothing is printed as the tool would (DOM-11), since nothing was refused. Default `enforce`; an inspector
   * begins with `report`.
   */
  readonly domainCheck: 'enforce' | 'report'
  /** The four lists of domains that may be called (DOM-1). Default empty. */
  readonly domains: Readonly<Record<DomainList, readonly DomainEntry[]>>
  /** `networkTimeout` of app.json, ms. */
  readonly networkTimeout: Readonly<Partial<Record<TimedApi, number>>>
  /** CIDR ranges that count as the local network (DOM-6). */
  readonly lan: readonly string[]
  /** The phone's own address in it, which does not count. */
  readonly selfIp: string | null
  /** How many HttpDNS look-ups are left (HTTPDNS-1). */
  readonly httpdnsQuota: number
  /** How the simulated network is, for mocked calls. Default preset `none`: no delay. */
  readonly conditions: NetworkConditions
  /** How much of what happens is kept. */
  readonly capture: {
    /** Tasks kept; the oldest go first. Default 5,000. */
    readonly maxTasks: number
    /**
     * Bytes of memory that the record takes, everything in it counted. Above it bodies, messages, data that was given and long texts
     * go, the oldest first; their sizes stay. When there are none left, tasks that ended go, but not below 64 MiB. Default 64 MiB.
     */
    readonly maxBodyBytes: number
    /**
     * Whether the log survives reloads and crashes of its tab: up to 64 MiB in IndexedDB, as it was recorded, with
     * Authorization headers, cookies and tokens in clear text. When false, what was stored is deleted. Default false.
     */
    readonly persist: boolean
  }
  /** Who answers a call that no rule takes: the browser, a relay, or nobody. Default `network`. */
  readonly unmatched: 'network' | 'relay' | 'fail'
}

/** The newest base library that docs/wechat.md covers. */
export const NEWEST_LIB = '3.17.0'

/** What holds until somebody changes it. */
export const DEFAULT_SETTINGS: Settings = {
  platform: 'android',
  lib: NEWEST_LIB,
  appid: 'wx0000000000000000',
  envVersion: 'develop',
  versionNumber: 1,
  enableDebug: false,
  urlCheck: true,
  domainCheck: 'enforce',
  domains: { request: [], socket: [], uploadFile: [], downloadFile: [] },
  networkTimeout: {},
  lan: [],
  selfIp: null,
  httpdnsQuota: 1000,
  conditions: { preset: 'none', ...CONDITIONS_PRESETS.none, seed: 1 },
  capture: { maxTasks: 5000, maxBodyBytes: 64 * 1024 * 1024, persist: false },
  unmatched: 'network',
}
