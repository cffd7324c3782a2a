import { createHash } from 'node:crypto'
import { type Answer, type LoopbackServer, startLoopbackServer } from './loopback-server.ts'
import { readForm } from './read-form.ts'

export interface CosStandIn extends LoopbackServer {
  /** What is kept, by key. */
  readonly objects: ReadonlyMap<string, CosObject>
}

export interface CosObject {
  readonly bytes: Buffer
  readonly type: string
}

/**
 * One bucket of Tencent's object storage, kept in memory: put, post with a form, get, head, delete, list and uploads in parts.
 * What is not signed gets 403. Keys that begin with `never` are not answered.
 */
export async function startCosStandIn(): Promise<CosStandIn> {
  const objects = new Map<string, CosObject>()
  const uploads = new Map<string, Map<number, Buffer>>()

  const answer: Answer = async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, server.origin)
    const type = request.headers['content-type'] ?? ''
    const form = type.startsWith('multipart/') ? await readForm(request) : undefined
    const fields = new Map(form?.fields)
    const key = fields.get('key') ?? decodeURIComponent(pathname.slice(1))
    const sendXml = (root: string, content: string, status = 200, headers = {}) =>
      response
        .writeHead(status, { 'Content-Type': 'application/xml', ...headers })
        .end(`<?xml version="1.0"?><${root}>${content}</${root}>`)
    const refuse = (code: string, status: number) => sendXml('Error', `<Code>${code}</Code><Message>${code}</Message>`, status)
    const keep = (bytes: Buffer, kind: string, status = 200) => {
      objects.set(key, { bytes, type: kind })
      response.writeHead(status, { ETag: etagOf(bytes), Location: encodeURI(`${server.origin}/${key}`) }).end()
    }

    if (!(fields.get('Signature') ?? request.headers.authorization)?.startsWith('q-sign-algorithm=sha1')) return refuse('AccessDenied', 403)
    if (key.startsWith('never')) return
    const upload = searchParams.get('uploadId') ?? ''
    const parts = uploads.get(upload)

    switch (request.method) {
      case 'PUT':
        if (!upload) return keep(request.bytes, type)
        if (!parts) return refuse('NoSuchUpload', 404)
        parts.set(Number(searchParams.get('partNumber')), request.bytes)
        return response.writeHead(200, { ETag: etagOf(request.bytes) }).end()
      case 'POST':
        if (form?.files[0])
          return keep(form.files[0].bytes, fields.get('Content-Type') || form.files[0].type, Number(fields.get('success_action_status')))
        if (searchParams.has('uploads')) {
          const id = `upload-${uploads.size + 1}`
          uploads.set(id, new Map())
          return sendXml('InitiateMultipartUploadResult', `<Bucket>tea-1250000000</Bucket><Key>${key}</Key><UploadId>${id}</UploadId>`)
        }
        if (!parts) return refuse('NoSuchUpload', 404)
        objects.set(key, { bytes: Buffer.concat([...parts].sort(([a], [b]) => a - b).map(([, bytes]) => bytes)), type })
        return sendXml('CompleteMultipartUploadResult', `<Location>${server.origin}/${key}</Location><Key>${key}</Key><ETag>"whole"</ETag>`)
      case 'DELETE':
        objects.delete(key)
        return response.writeHead(204).end()
      default: {
        if (searchParams.has('uploads')) return sendXml('ListMultipartUploadsResult', '<IsTruncated>false</IsTruncated>')
        if (!key) {
          const rows = [...objects].map(([name, { bytes }]) => `<Contents><Key>${name}</Key><Size>${bytes.length}</Size></Contents>`)
          return sendXml('ListBucketResult', `<Name>tea-1250000000</Name><IsTruncated>false</IsTruncated>${rows.join('')}`)
        }
        const found = objects.get(key)
        if (!found) return refuse('NoSuchKey', 404)
        response.writeHead(200, { 'Content-Type': found.type, 'Content-Length': found.bytes.length, ETag: etagOf(found.bytes) })
        return response.end(request.method === 'HEAD' ? undefined : found.bytes)
      }
    }
  }
  const server = await startLoopbackServer((request, response) => void answer(request, response))
  return { ...server, objects }
}

function etagOf(bytes: Buffer): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`
}
