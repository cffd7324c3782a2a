import { exportedCall, writableBody } from '../exported-call.ts'
import { EntryFault } from '../har/har-values.ts'
import { readEntry } from '../har/read-entry.ts'
import { type PastedRequest, type PasteFault, readCurl } from './read-curl.ts'

/** A request that was pasted, and as what. */
export type Pasted = (PastedRequest & { readonly from: 'curl' | 'har' }) | { readonly fault: PasteFault | 'not-har' }

/** Reads a cURL command, or an entry of a HAR file as JSON; of a whole file its first entry. Nothing in it is run or sent. */
export function readPasted(text: string): Pasted {
  if (!/^\s*\{/.test(text)) {
    const read = readCurl(text)
    return 'fault' in read ? read : { from: 'curl', ...read }
  }
  const request = readHarRequest(text)
  return request ? { from: 'har', ...request } : { fault: 'not-har' }
}

function readHarRequest(text: string): PastedRequest | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
    const call = exportedCall(readEntry(firstEntry(value), 'entry', 'pasted').events)
    if (!call) return undefined
    const body = writableBody(call.body)
    return {
      method: call.method,
      url: call.url,
      header: call.header,
      ...(body.kind === 'text' && { data: body.text }),
      ignored: body.kind === 'bytes' || body.kind === 'left-out' ? ['postData'] : [],
    }
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof EntryFault) return undefined
    throw cause
  }
}

function firstEntry(value: unknown): unknown {
  const { log } = Object(value) as { readonly log?: { readonly entries?: readonly unknown[] } }
  return log?.entries?.[0] ?? value
}
