import { headerValue } from '../../../contract/event/header-value.ts'
import type { SentForm, TaskApi } from '../../../contract/event/task-event.ts'
import type { OutgoingSocket } from '../../../contract/transport.ts'
import { OutgoingRequest } from './outgoing-request.ts'

/** One call, parsed once for all the rules that match against it. */
export interface CallFacts {
  /** `page` if the page itself made the call. */
  readonly api: TaskApi
  /** Upper case. */
  readonly method: string
  /** Without query and hash. */
  readonly url: string
  readonly query: URLSearchParams
  header(name: string): string | undefined
  cookie(name: string): string | undefined
  /**
   * JSON as its value, a form as an object (the file of an upload as its name, type and size), anything else as text; `undefined` without
   * a body.
   */
  body(): Promise<unknown>
}

const known = new WeakMap<Request, CallFacts>()

/** Parses a request; its body is read only when a rule needs it. */
export function callFactsOf(request: Request): CallFacts {
  let facts = known.get(request)
  if (!facts) {
    facts = takeApart(request)
    known.set(request, facts)
  }
  return facts
}

function takeApart(request: Request): CallFacts {
  const url = new URL(request.url)
  let cookies: ReadonlyMap<string, string> | undefined
  let body: Promise<unknown> | undefined
  return {
    api: request instanceof OutgoingRequest ? request.outgoing.api : 'page',
    method: request.method.toUpperCase(),
    url: `${url.origin}${url.pathname}`,
    query: url.searchParams,
    // A template may ask for any name, and `Headers` throws for an invalid one.
    header: (name) => (HEADER_NAME.test(name) ? (request.headers.get(name) ?? undefined) : undefined),
    cookie: (name) => {
      cookies ??= parseCookies(request.headers.get('cookie') ?? '')
      return cookies.get(name)
    },
    body: () => {
      body ??= readBody(request)
      return body
    },
  }
}

/** A socket as rules see it: a GET without a body. */
export function socketFactsOf({ url, header }: OutgoingSocket): CallFacts {
  const { protocol, host, pathname, searchParams } = new URL(url)
  const headerNamed = (name: string) => headerValue(header, name)
  const cookies = parseCookies(headerNamed('cookie') ?? '')
  return {
    api: 'connectSocket',
    method: 'GET',
    url: `${protocol}//${host}${pathname}`,
    query: searchParams,
    header: headerNamed,
    cookie: (name) => cookies.get(name),
    body: async () => undefined,
  }
}

const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/

function parseCookies(header: string): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    const name = pair.slice(0, at).trim()
    if (at > 0 && !cookies.has(name))
      cookies.set(
        name,
        decode(
          pair
            .slice(at + 1)
            .trim()
            .replace(/^"(.*)"$/, '$1'),
        ),
      )
  }
  return cookies
}

/** Percent-decodes; text that is not validly encoded is returned as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

async function readBody(request: Request): Promise<unknown> {
  const outgoing = request instanceof OutgoingRequest ? request.outgoing : undefined
  if (outgoing?.form) return formOf(outgoing.form)
  const text = outgoing?.body instanceof Uint8Array ? new TextDecoder().decode(outgoing.body) : outgoing ? '' : await request.clone().text()
  if (text === '') return undefined
  if (request.headers.get('content-type')?.toLowerCase().includes('x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text))
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** The fields of a form, as rules address them. Own properties only: a field may have any name. */
function formOf({ fields, file }: SentForm): unknown {
  return Object.fromEntries([...fields, [file.field, { name: file.name, type: file.type, size: file.size }]])
}
