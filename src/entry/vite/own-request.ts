import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/** What of Vite's `server` says by which names the dev server is called. Only newer versions know `allowedHosts`. */
export interface ServerNames {
  readonly host?: string | boolean | undefined
  readonly origin?: string | undefined
  readonly allowedHosts?: true | readonly string[] | undefined
}

/**
 * Whether a request comes from a page of this very server. Any site may send one to a machine of its visitor, under a name of its own that leads
 * there: so the name has to be one that is known, and a page of another origin gets nothing.
 */
export function isOwnRequest({ headers }: Pick<IncomingMessage, 'headers'>, server: ServerNames): boolean {
  const host = hostAskedFor(headers)
  return comesFromHere(headers, host, server) && isKnownName(nameOf(host), server)
}

/** What the address bar says; in HTTP/2, which Vite speaks with https, it stands in `:authority`. */
export function hostAskedFor(headers: IncomingMessage['headers']): string {
  return (headers.host ?? String(headers[':authority'] ?? '')).toLowerCase()
}

function comesFromHere(headers: IncomingMessage['headers'], host: string, server: ServerNames): boolean {
  // The browser's own word. It says nothing on a page without https that is not of this machine.
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const from = headers.origin === undefined ? host : hostOf(headers.origin)
  // A proxy in front may ask under a name of its own; then the name of the site has to be given.
  return from === host || isGivenName(nameOf(from), server)
}

/** As Vite itself decides it, from 6.0.9 on. */
function isKnownName(name: string, server: ServerNames): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || isIP(name.replace(/^\[|\]$/g, '')) !== 0 || isGivenName(name, server)
}

/** Whether the configuration names it. */
function isGivenName(name: string, { allowedHosts, host, origin }: ServerNames): boolean {
  if (allowedHosts === true) return true
  const names = [
    ...(allowedHosts ?? []),
    ...(typeof host === 'string' ? [host] : []),
    ...(origin === undefined ? [] : [nameOf(hostOf(origin))]),
  ]
  return names.some((known) => (known.startsWith('.') ? name === known.slice(1) || name.endsWith(known) : name === known.toLowerCase()))
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : ''
}

function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '')
}
