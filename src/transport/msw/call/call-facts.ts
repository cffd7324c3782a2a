import { headerValue } from '../../../contract/event/header-value.ts'
import type { SentForm, TaskApi } from '../../../contract/event/task-event.ts'
import type { Outgoing, OutgoingSocket } from '../../../contract/transport.ts'
import { toHeaders } from '../../to-headers.ts'

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

/** Parses a call of the page itself; its body is read only when a rule needs it. */
export function factsOfPageCall(request: Request): CallFacts {
  let facts = known.get(request)
  if (!facts) {
    const { method, url } = request
    facts = takeApart({ api: 'page', method, url, headers: () => request.headers, text: () => request.clone().text() })
    known.set(request, facts)
  }
  return facts
}

/** Parses a `wx` call, with the headers that a page may not set. */
export function factsOfCall({ api, method, url, header, body, form }: Outgoing): CallFacts {
  let headers: Headers | undefined
  return takeApart({
    api,
    method,
    url,
    headers: () => {
      headers ??= toHeaders(header)
      return headers
    },
    text: async () => (body instanceof Uint8Array ? new TextDecoder().decode(body) : ''),
    form,
  })
}

interface Call {
  readonly api: TaskApi
  readonly method: string
  readonly url: string
  headers(): Headers
  text(): Promise<string>
  readonly form?: SentForm | undefined
}

/** An address up to its query that `URL` would write just so: in small letters, without a port, with a path in which nothing is escaped or goes up. */
const PLAIN_ADDRESS = /^https?:\/\/(?:(?!xn--)[a-z\d-]+\.)+[a-z]+\/(?:[\w~-][\w.~-]*\/)*(?:[\w~-][\w.~-]*)?(?=[?#]|$)/

function takeApart(call: Call): CallFacts {
  const { api, method, url } = call
  const plain = PLAIN_ADDRESS.exec(url)?.[0]
  let parsed = plain === undefined ? new URL(url) : undefined
  let cookies: ReadonlyMap<string, string> | undefined
  let body: Promise<unknown> | undefined
  return {
    api,
    method: method.toUpperCase(),
    url: plain ?? `${parsed?.origin}${parsed?.pathname}`,
    // Parsed when it is first read, which costs as much as all the rest.
    get query() {
      parsed ??= new URL(url)
      return parsed.searchParams
    },
    // A template may ask for any name, and `Headers` throws for an invalid one.
    header: (name) => (HEADER_NAME.test(name) ? (call.headers().get(name) ?? undefined) : undefined),
    cookie: (name) => {
      cookies ??= parseCookies(call.headers().get('cookie') ?? '')
      return cookies.get(name)
    },
    body: () => {
      body ??= readBody(call)
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

async function readBody({ form, headers, text }: Call): Promise<unknown> {
  return form ? formOf(form) : valueOfBody(await text(), headers().get('content-type') ?? undefined)
}

/** A body without a form as `CallFacts.body` gives it. */
export function valueOfBody(text: string, contentType: string | undefined): unknown {
  if (text === '') return undefined
  if (contentType?.toLowerCase().includes('x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text))
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** The fields of a form, as rules address them. Own properties only: a field may have any name. */
export function formOf({ fields, file }: SentForm): unknown {
  return Object.fromEntries([...fields, [file.field, { name: file.name, type: file.type, size: file.size }]])
}
