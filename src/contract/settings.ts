import type { DomainEntry, DomainList } from './event/domain-check.ts'
import type { Platform } from './event/platform.ts'
import { CONDITIONS_PRESETS, type NetworkConditions } from './mock/network-conditions.ts'

/** The APIs whose timeout `app.json` can set (LIM-4). */
export type TimedApi = 'request' | 'connectSocket' | 'uploadFile' | 'downloadFile'

/** The simulated environment. Names are WeChat's where WeChat has one. */
export interface Settings {
  /** The simulated platform. Default: `android`. */
  readonly platform: Platform
  /** Base library version. Default: the newest that docs/wechat.md covers. */
  readonly lib: string
  /** `wx` and 16 hex digits; part of the Referer (HDR-6). Default: `wx0000000000000000`. */
  readonly appid: string
  /** The build of the mini-program. Default: `develop`. */
  readonly envVersion: 'develop' | 'trial' | 'release'
  /** With `envVersion: 'release'`, the version in the Referer (HDR-7). Default: 1. */
  readonly versionNumber: number
  /** vConsole debugging on a phone: turns the domain check off except in a release (DOM-10). Default: false. */
  readonly enableDebug: boolean
  /** `setting.urlCheck` of project.config.json. Default: true, the domain check is on. */
  readonly urlCheck: boolean
  /**
   * What happens to a call that the domain check refuses, while `urlCheck` is true. `enforce` stops it, as a phone does. `report` sends it
   * and records the verdict; nothing is printed (DOM-11). Default: `enforce`; an inspector starts with `report`.
   */
  readonly domainCheck: 'enforce' | 'report'
  /** The four lists of allowed domains (DOM-1). Default: empty. */
  readonly domains: Readonly<Record<DomainList, readonly DomainEntry[]>>
  /** `networkTimeout` of app.json, in ms. Default: 60,000 for each API (LIM-4). */
  readonly networkTimeout: Readonly<Partial<Record<TimedApi, number>>>
  /** CIDR ranges that count as the local network (DOM-6). Default: none. */
  readonly lan: readonly string[]
  /** The phone's own address in the local network, which does not count as one. Default: none. */
  readonly selfIp: string | null
  /** How many HttpDNS lookups are left (HTTPDNS-1). Default: 1,000. */
  readonly httpdnsQuota: number
  /** The simulated network of mocked calls. Default: the preset `none`, without delay. */
  readonly conditions: NetworkConditions
  /** What happens to calls that a person holds. What is held is no setting: it goes with the page. */
  readonly hold: {
    /** ms after which a held call goes on by itself. Default: 60,000. */
    readonly continueAfter: number
    /** Whether the timeout of a call stands still while it is held. Default: true. */
    readonly freezeTimeout: boolean
  }
  /** The limits of the log. */
  readonly capture: {
    /** Tasks kept; the oldest are dropped first. Default: 5,000. */
    readonly maxTasks: number
    /**
     * Bytes of memory that the log takes, everything in it included. Above it bodies, messages, the caller's data and long texts are
     * released, the oldest first; their sizes stay. When nothing is left to release, ended tasks are dropped, but not below 64 MiB.
     * Default: 64 MiB.
     */
    readonly maxBodyBytes: number
    /**
     * Whether the log survives reloads and crashes of its tab: up to 64 MiB in IndexedDB, as recorded, with Authorization headers, cookies
     * and tokens in clear text. When false, what was stored is deleted. Default: false.
     */
    readonly persist: boolean
  }
  /** Who answers a call that no rule takes: the real network, a relay, or nobody. Default: `network`. */
  readonly unmatched: 'network' | 'relay' | 'fail'
}

/** The newest base library that docs/wechat.md covers. */
export const NEWEST_LIB = '3.17.0'

/** The settings of a new environment. */
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
  hold: { continueAfter: 60_000, freezeTimeout: true },
  capture: { maxTasks: 5000, maxBodyBytes: 64 * 1024 * 1024, persist: false },
  unmatched: 'network',
}
