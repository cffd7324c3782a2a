import type { IncomingMessage, ServerResponse } from 'node:http'

/** Lets pages of every origin see an answer and its times. True for a preflight, which is answered by that. */
export function openToPages(request: IncomingMessage, response: ServerResponse): boolean {
  response.setHeader('Access-Control-Allow-Origin', '*')
  // An asterisk does not stand for Authorization.
  response.setHeader('Access-Control-Allow-Headers', request.headers['access-control-request-headers'] ?? '*')
  response.setHeader('Access-Control-Allow-Methods', '*')
  response.setHeader('Access-Control-Expose-Headers', '*')
  response.setHeader('Timing-Allow-Origin', '*')
  if (request.method !== 'OPTIONS') return false
  response.writeHead(204).end()
  return true
}
