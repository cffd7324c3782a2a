import { TransportFailure } from '../../contract/transport.ts'

/** What the browser measured of a body, in bytes: as it came, and decoded. */
export interface BodySizes {
  readonly encoded: number
  readonly decoded: number
}

/**
 * Why a body broke off after its head had come: a page is told no more than "network error", but it knows what the head promised,
 * what it got (`received`, decoded bytes), and, where the browser measured it, what came over the line.
 */
export function brokenBody(header: Headers, received: number, sizes: BodySizes | undefined): TransportFailure {
  const promised = contentLength(header)
  const arrived = sizes?.encoded ?? (isEncoded(header) ? undefined : received)
  // A decoder that is given no more than noise stops the transfer at once: what came then is less than was promised, too.
  const nothingDecoded = received === 0 && (sizes ? sizes.encoded > 0 && sizes.decoded === 0 : isEncoded(header))
  const cameWhole = promised !== undefined && arrived !== undefined && arrived >= promised
  if (nothingDecoded || cameWhole) return broken('ERR_CONTENT_DECODING_FAILED', `${promised ?? arrived ?? '?'} bytes`)
  if (promised !== undefined && arrived !== undefined) return broken('ERR_CONTENT_LENGTH_MISMATCH', `${arrived} / ${promised} bytes`)
  return broken('ERR_INCOMPLETE_CHUNKED_ENCODING', `${arrived ?? received} bytes`)
}

function broken(name: string, arrived: string): TransportFailure {
  return new TransportFailure(name, 'body-broken', { cause: arrived })
}

/** Of another origin a page sees it only where the server exposes it. */
function isEncoded(header: Headers): boolean {
  return !/^(?:identity)?$/i.test(header.get('content-encoding') ?? '')
}

function contentLength(header: Headers): number | undefined {
  const text = header.get('content-length')
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined
}
