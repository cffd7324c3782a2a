import type { CallEnvironment } from '../../contract/event/platform.ts'
import type { TaskError } from '../../contract/event/task-error.ts'
import type { CallException } from '../../contract/event/task-event.ts'
import type { Answer } from '../../contract/transport.ts'
import type { HeadersReceivedResult, RequestException, RequestFail, RequestProfile, RequestSuccess } from '../../contract/wx/wx.ts'
import { isLibSince } from '../../wechat/lib-version.ts'

/** What HttpDNS and retries add to a result; absent for most calls (RES-12). */
export interface LowerLayer {
  useHttpDNS?: boolean
  exception?: CallException
}

/**
 * The argument of `success` and `complete`, with the fields that this base library has (docs/wechat.md, section 2). The app may change it:
 * nothing is shared with the events.
 */
export function successResult(
  answer: Answer,
  data: unknown,
  profile: RequestProfile | undefined,
  layer: LowerLayer,
  lib: string,
): RequestSuccess {
  return {
    data,
    statusCode: answer.statusCode,
    ...(isLibSince(lib, '1.2.0') && { header: { ...answer.header } }),
    ...(isLibSince(lib, '2.10.0') && { cookies: [...answer.cookies] }),
    ...(profile && { profile }),
    ...(layer.exception && isLibSince(lib, '3.0.0') && { exception: exceptionOf(layer.exception) }),
    ...(layer.useHttpDNS !== undefined && isLibSince(lib, '3.4.10') && { useHttpDNS: layer.useHttpDNS }),
    errMsg: 'request:ok',
  } as RequestSuccess
}

/** The argument of `fail` and `complete`. */
export function failResult(error: TaskError, layer: LowerLayer, lib: string): RequestFail {
  const newer = isLibSince(lib, '3.8.10')
  return {
    errMsg: error.errMsg,
    ...(error.errno !== undefined && { errno: error.errno }),
    ...(layer.exception && newer && { exception: exceptionOf(layer.exception) }),
    ...(layer.useHttpDNS !== undefined && newer && { useHttpDNS: layer.useHttpDNS }),
  }
}

/** The argument of onHeadersReceived listeners; devtools leaves out the status (TASK-5). */
export function headersReceivedResult(answer: Answer, { platform }: CallEnvironment): HeadersReceivedResult {
  return {
    header: { ...answer.header },
    ...(platform !== 'devtools' && { statusCode: answer.statusCode }),
    cookies: [...answer.cookies],
  }
}

function exceptionOf({ retryCount, reasons }: CallException): RequestException {
  return { retryCount, reasons: reasons.map((reason) => ({ ...reason })) }
}
