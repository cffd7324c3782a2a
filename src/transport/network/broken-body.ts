import { TransportFailure } from '../../contract/transport.ts'

/** What the browser measured of a body, in bytes: as transferred (encoded), and decoded. */
export interface BodySizes {
  readonly encoded: number
  readonly decoded: number
}

/**
 * Why a body broke off after its headers. The browser only says "network error", but the headers promise a size and an encoding,
 * `received` decoded bytes have arrived, and resource timing may have measured the transferred ones. Errors: -354, -330 or -355, as
 * Chromium's network stack would report them.
 */
export function brokenBody(header: Headers, received: number, sizes: BodySizes | undefined): TransportFailure {
  const promised = contentLength(header)
  const arrived = sizes?.encoded ?? (isEncoded(header) ? undefined : received)
  // A decoder that cannot decode stops the transfer at once, so fewer bytes arrived than were promised, too.
  const nothingDecoded = received === 0 && (sizes ? sizes.encoded > 0 && sizes.decoded === 0 : isEncoded(header))
  const cameWhole = promised !== undefined && arrived !== undefined && arrived >= promised
  if (nothingDecoded || cameWhole) return broken('ERR_CONTENT_DECODING_FAILED', `${promised ?? arrived ?? '?'} bytes`)
  if (promised !== undefined && arrived !== undefined) return broken('ERR_CONTENT_LENGTH_MISMATCH', `${arrived} / ${promised} bytes`)
  return broken('ERR_INCOMPLETE_CHUNKED_ENCODING', `${arrived ?? received} bytes`)
}

function broken(name: string, arrived: string): TransportFailure {
  return new TransportFailure(name, 'body-broken', { cause: arrived })
}

/** For another origin, Content-Encoding is visible only if the server exposes it. */
function isEncoded(header: Headers): boolean {
  return !/^(?:identity)?$/i.test(header.get('content-encoding') ?? '')
}

function contentLength(header: Headers): number | undefined {
  const text = header.get('content-length')
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined
}
