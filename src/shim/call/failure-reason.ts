import { attempt, describe } from '../../contract/describe.ts'
import type { CallEnvironment } from '../../contract/event/platform.ts'
import type { FailReason, NetworkHint } from '../../contract/event/task-error.ts'
import type { TransportFailure } from '../../contract/transport.ts'
import type { FileFailure } from '../../wechat/file-fault.ts'

/** Checks by name: a transport may come from another bundle, with a class of its own. */
export function isTransportFailure(thrown: unknown): thrown is TransportFailure {
  return attempt(() => thrown instanceof Error && thrown.name === 'TransportFailure' && 'failure' in thrown) ?? false
}

function isFileFailure(thrown: unknown): thrown is FileFailure {
  return attempt(() => thrown instanceof Error && thrown.name === 'FileFailure' && 'fault' in thrown) ?? false
}

/** Why a file could not be read or written: the storage, the path, or something the user cannot fix. */
function fileReason({ fault, message }: FileFailure): FailReason {
  switch (fault.kind) {
    case 'storage-limit':
      return { kind: 'storage-full' }
    case 'input-output':
      return { kind: 'file-not-saved', detail: message }
    default:
      return { kind: 'path-refused', path: fault.path }
  }
}

/** Hints whose `cause` has more detail. */
const HAVE_DETAIL: ReadonlySet<NetworkHint> = new Set(['handler-threw', 'socket-refused', 'body-broken'])

/** Converts what a transport or a file threw to the reason of a failed call. */
export function failureReason(thrown: unknown, { platform }: CallEnvironment): FailReason {
  if (isFileFailure(thrown)) return fileReason(thrown)
  if (!isTransportFailure(thrown)) return { kind: 'internal', detail: describe(thrown) }
  const { failure, hint, cause } = thrown
  const status = /^HTTP_(\d+)$/.exec(failure)?.[1]
  if (status !== undefined) return { kind: 'handshake-refused', statusCode: Number(status) }
  if (failure === 'NO_CELLULAR') return { kind: 'no-cellular' }
  // ERR-10: devtools has its own text; the network module of a phone only reports that there is no common version.
  if (failure === 'TLS_1_1')
    return platform === 'devtools' ? { kind: 'old-tls' } : { kind: 'network', name: 'ERR_SSL_VERSION_OR_CIPHER_MISMATCH' }
  return {
    kind: 'network',
    name: failure,
    ...(hint !== undefined && { hint }),
    ...(hint !== undefined && HAVE_DETAIL.has(hint) && cause !== undefined && { detail: describe(cause) }),
  }
}
