import busboy from 'busboy'
import type { SeenByServer } from './loopback-server.ts'

export interface ReadForm {
  /** Name and value, in the order in which they came. */
  readonly fields: readonly (readonly [string, string])[]
  readonly files: readonly ReadFile[]
}

export interface ReadFile {
  /** The field that it came under. */
  readonly name: string
  readonly filename: string
  readonly type: string
  readonly bytes: Buffer
}

/** Takes a multipart body apart as servers do. Rejects when there is anything wrong with it. */
export function readForm({ headers, bytes }: Pick<SeenByServer, 'headers' | 'bytes'>): Promise<ReadForm> {
  return new Promise((resolve, reject) => {
    const fields: [string, string][] = []
    const files: ReadFile[] = []
    const parser = busboy({ headers: { ...headers, 'content-type': headers['content-type'] ?? '' }, defParamCharset: 'utf8' })
    parser.on('field', (name, value) => fields.push([name, value]))
    parser.on('file', (name, stream, { filename, mimeType }) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => files.push({ name, filename: filename ?? '', type: mimeType, bytes: Buffer.concat(pieces) }))
    })
    parser.on('error', reject)
    parser.on('close', () => resolve({ fields, files }))
    parser.end(bytes)
  })
}
