import { bytesToText, textToBytes } from '../../contract/byte-text.ts'
import { InspectorError } from '../../contract/inspector-error.ts'
import type { RuleFile } from '../../contract/mock/scenario.ts'
import { isObject } from '../../contract/read-values.ts'
import { toJson } from '../../contract/to-json.ts'
import { redactRules } from '../redact/redact-rules.ts'
import { SHARE_MARK } from './share-mark.ts'

/** Bytes that a link may unfold to: a few characters can be made to hold gigabytes. */
const MOST_BYTES = 8 * 2 ** 20

/** Rules and scenarios as a part of an address. */
export interface SharedRules {
  /** To put behind an address: `#wx-mocks=…`. */
  readonly hash: string
  /** What the link holds. */
  readonly file: RuleFile
  /** Names of the values that were secrets and were replaced. */
  readonly replaced: readonly string[]
}

/** Writes rules and scenarios into a hash, compressed, and without their secrets. */
export async function writeShare(file: RuleFile): Promise<SharedRules> {
  const redacted = redactRules(file.rules)
  const { rules } = redacted
  const replaced = [...new Set(redacted.replaced.map(({ name }) => name))].filter((name) => name !== '')
  const shared = { ...file, rules }
  const bytes = new TextEncoder().encode(toJson({ ...shared, replaced }))
  const packed = await bytesOf(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')))
  const hash = SHARE_MARK + bytesToText(packed, 'base64').replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  return { hash, file: shared, replaced }
}

/**
 * What a link brought, to be checked and taken in as any other rule file (`readImport`). Throws InspectorError `bad-rules` for what is no such
 * link, was cut off on its way, or unfolds to more than 8 MiB.
 */
export async function readShare(text: string): Promise<{ readonly file: unknown; readonly replaced: readonly string[] }> {
  try {
    const packed = textToBytes(text.replaceAll('-', '+').replaceAll('_', '/'), 'base64')
    if (!packed) throw new SyntaxError('is no base64')
    const bytes = await bytesOf(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')))
    const file: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const names = isObject(file) && Array.isArray(file['replaced']) ? file['replaced'] : []
    return { file, replaced: names.filter((name) => typeof name === 'string') }
  } catch (cause) {
    const message = `cannot be read, it may have been cut off: ${cause instanceof Error ? cause.message : String(cause)}`
    throw new InspectorError('bad-rules', 'The link could not be read; nothing was changed.', { issues: [{ path: 'link', message }] })
  }
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = stream.getReader()
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    size += step.value.length
    if (size > MOST_BYTES) {
      await reader.cancel()
      throw new RangeError('holds more than 8 MiB')
    }
    pieces.push(step.value as Uint8Array<ArrayBuffer>)
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer())
}
