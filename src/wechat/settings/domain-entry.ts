import type { DomainList } from '../../contract/event/domain-check.ts'

/** How many entries each list of the admin page holds (DOM-12). */
export const MAX_DOMAIN_ENTRIES = 200

/** Why a line can be on no list. */
export type DomainEntryFault = 'empty' | 'scheme' | 'ip' | 'localhost' | 'wildcard' | 'path' | 'reserved-host' | 'malformed'

/** What a line says, as the list keeps it, or why it cannot. */
export type DomainEntryReading = { readonly ok: true; readonly origin: string } | { readonly ok: false; readonly why: DomainEntryFault }

/** Hosts that the admin page refuses, because their secrets belong on a server (DOM-8). */
export const RESERVED_HOSTS: readonly string[] = ['api.weixin.qq.com']

const PARTS = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\\]*)(.*)$/
const HOST_AND_PORT = /^(.+?)(?::([0-9]{1,5}))?$/
const HOST = /^(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))+$/

/**
 * Reads one line of a domain list as the admin page would: `https://host[:port]`, for sockets `wss://host[:port]`.
 * A port stays as it is written, 443 too, since a url with it needs it (DOM-4).
 */
export function readDomainEntry(list: DomainList, text: string): DomainEntryReading {
  const entry = text.trim().toLowerCase()
  if (entry === '') return { ok: false, why: 'empty' }
  const [, scheme, authority = '', rest = ''] = PARTS.exec(entry) ?? []
  if (scheme !== schemeOf(list)) return { ok: false, why: 'scheme' }
  if (authority.includes('*')) return { ok: false, why: 'wildcard' }
  // A lone slash is what the address bar adds when an origin is copied from it.
  if (rest !== '' && rest !== '/') return { ok: false, why: 'path' }
  if (authority.startsWith('[')) return { ok: false, why: 'ip' }

  const [, written = '', port] = HOST_AND_PORT.exec(authority) ?? []
  const host = toAscii(written)
  if (host === undefined || (port !== undefined && (Number(port) === 0 || Number(port) > 65535))) return { ok: false, why: 'malformed' }
  if (isIpAddress(host)) return { ok: false, why: 'ip' }
  if (isLocalhost(host)) return { ok: false, why: 'localhost' }
  if (!HOST.test(host)) return { ok: false, why: 'malformed' }
  if (RESERVED_HOSTS.includes(host)) return { ok: false, why: 'reserved-host' }
  return { ok: true, origin: `${scheme}://${host}${port === undefined ? '' : `:${port}`}` }
}

/** The one scheme that entries of this list may have (DOM-14). */
export function schemeOf(list: DomainList): 'https' | 'wss' {
  return list === 'socket' ? 'wss' : 'https'
}

/** For a host as `URL` writes it: IPv6 in brackets, IPv4 always as four decimal numbers. */
export function isIpAddress(host: string): boolean {
  return host.startsWith('[') || /^\d{1,3}(\.\d{1,3}){3}$/.test(host)
}

export function isLocalhost(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost')
}

/** `URL` knows punycode and the odd spellings of IPv4 addresses. */
function toAscii(host: string): string | undefined {
  if (!/^[^\s@:[\]%]+$/.test(host)) return undefined
  return URL.canParse(`https://${host}`) ? new URL(`https://${host}`).hostname : undefined
}
