import { type Answer, answerJson, type LoopbackServer, startLoopbackServer } from './loopback-server.ts'
import { type ReadForm, readForm } from './read-form.ts'

export interface LeanCloudStandIn extends LoopbackServer {
  /** What the storage behind it was sent. */
  readonly forms: readonly ReadForm[]
}

type Row = Record<string, unknown> & { objectId: string }

const SESSION = 'session-of-tea'

/** The part of LeanCloud's REST API 1.1 that apps use most, kept in memory: objects, sign-in, functions and files. `/1.1/functions/never` does not answer. */
export async function startLeanCloudStandIn(): Promise<LeanCloudStandIn> {
  const classes = new Map<string, Map<string, Row>>()
  const forms: ReadForm[] = []
  let made = 0

  const rowsOf = (name: string) => {
    const rows = classes.get(name) ?? new Map<string, Row>()
    classes.set(name, rows)
    return rows
  }
  const answer: Answer = async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, server.origin)
    const [version, kind, name = '', id = ''] = pathname.slice(1).split('/')
    const send = (value: unknown, status = 200) => answerJson(value, status)(request, response)
    const now = new Date().toISOString()
    if (pathname === '/storage') {
      forms.push(await readForm(request))
      return send({ key: 'stored' })
    }
    if (version !== '1.1' || !request.headers['x-lc-id']) return send({ code: 401, error: 'Unauthorized.' }, 401)
    const given = request.headers['content-type']?.includes('json') && request.body ? JSON.parse(request.body) : {}
    switch (`${request.method} ${kind}`) {
      case 'POST classes': {
        const objectId = `o${++made}`
        rowsOf(name).set(objectId, { ...given, objectId, createdAt: now, updatedAt: now })
        return send({ objectId, createdAt: now }, 201)
      }
      case 'PUT classes': {
        const row = rowsOf(name).get(id)
        if (!row) return send({ code: 101, error: 'Object not found.' }, 404)
        Object.assign(row, given, { updatedAt: now })
        return send({ objectId: id, updatedAt: now })
      }
      case 'DELETE classes':
        rowsOf(name).delete(id)
        return send({})
      case 'GET classes': {
        const where = Object.entries(JSON.parse(searchParams.get('where') ?? '{}'))
        if (id) return rowsOf(name).has(id) ? send(rowsOf(name).get(id)) : send({ code: 101, error: 'Object not found.' }, 404)
        return send({ results: [...rowsOf(name).values()].filter((row) => where.every(([key, value]) => row[key] === value)) })
      }
      case 'POST login':
        if (given.password !== 'longjing') return send({ code: 210, error: 'The username and password mismatch.' }, 400)
        return send({ objectId: 'u1', username: given.username, sessionToken: SESSION, createdAt: now, updatedAt: now })
      case 'POST functions':
        if (name === 'never') return
        return send({ result: { hello: given.name, session: request.headers['x-lc-session'] } })
      case 'POST fileTokens': {
        const key = `${++made}-${given.name}`
        return send({
          objectId: `f${made}`,
          token: 'token-of-file',
          key,
          bucket: 'tea',
          provider: 'qiniu',
          mime_type: given.mime_type,
          url: `${server.origin}/files/${key}`,
          upload_url: `${server.origin}/storage`,
        })
      }
      case 'POST fileCallback':
        return send({})
      default:
        return send({ code: 1, error: `nothing stands in for ${request.method} ${pathname}` }, 404)
    }
  }
  const server = await startLoopbackServer(answer)
  return { ...server, forms }
}
