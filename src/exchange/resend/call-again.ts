import type { Json } from '../../contract/event/json.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { type ExportedCall, exportedCall, isWhole, writableBody } from '../exported-call.ts'

/** What a call is made again with. */
export interface CallAgain {
  readonly api: 'request' | 'uploadFile' | 'downloadFile' | 'connectSocket'
  readonly options: Readonly<Record<string, unknown>>
}

/**
 * The options of a recorded call, to be handed to `wx` again; those of a framework's are taken by `wx` too. What the app gave, where that was
 * kept as it was; else the request as it was sent. `undefined` for a call of the page itself, and where its body was not kept.
 */
export function callAgain(events: readonly TaskEvent[]): CallAgain | undefined {
  const call = exportedCall(events)
  if (!call || call.api === 'page') return undefined
  const options = isWhole(call.given) ? call.given : asSent(call)
  return options && { api: call.api, options }
}

function asSent({ method, url, header, body, given }: ExportedCall): CallAgain['options'] | undefined {
  const content = writableBody(body)
  if (content.kind === 'left-out') return undefined
  const rest = Object.entries(given).filter(([key, value]) => !['url', 'method', 'header', 'data'].includes(key) && isWhole(value as Json))
  return {
    ...Object.fromEntries(rest),
    url,
    method,
    // WeChat sets the Referer.
    header: Object.fromEntries(header.filter(([name]) => !/^referer$/i.test(name))),
    ...(content.kind === 'text' && { data: content.text }),
    ...(content.kind === 'bytes' && { data: content.bytes.slice().buffer }),
  }
}
