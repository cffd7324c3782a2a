import { type AnyHandler, isPassthroughResponse, type RequestHandler } from 'msw'
import { noteFacts } from './call/response-facts.ts'

type Resolver = (info: { readonly request: Request }) => Promise<Response | undefined>

/** A private method of MSW: the last step that sees a response before MSW stores its cookies in the page. */
interface Sealable {
  wrapResolver(resolver: Resolver): Resolver
}

/**
 * Keeps the Set-Cookie headers of a ready-made handler from MSW, which would write them to `document.cookie` and localStorage of the page
 * that shows the app. `takes` is called when the handler has answered or thrown. Returns a function that restores the handler.
 */
export function sealHandler(handler: AnyHandler, takes: (request: Request, label: string) => void): () => void {
  if (handler.kind !== 'request') return () => {}
  // The handler's own object, not a derived one: some handlers have private fields.
  const sealable = handler as unknown as Sealable
  const { wrapResolver } = sealable
  const label = String((handler as RequestHandler).info.header)
  const sealed: Sealable['wrapResolver'] = (resolver) => {
    const run = wrapResolver.call(sealable, resolver)
    return async (info) => {
      const given = await run(info).catch((thrown: unknown) => {
        // A handler may throw a Response instead of returning it.
        if (thrown instanceof Response) return thrown
        takes(info.request, label)
        throw thrown
      })
      if (!given || isPassthroughResponse(given)) return given
      takes(info.request, label)
      return takeCookies(given)
    }
  }
  sealable.wrapResolver = sealed
  return () => {
    if (sealable.wrapResolver === sealed) sealable.wrapResolver = wrapResolver
  }
}

/** MSW stores them under a private symbol of the response that the handler created; a copy has none. */
function takeCookies(response: Response): Response {
  const kept = Object.getOwnPropertySymbols(response).find((symbol) => symbol.description === 'kSetCookie')
  const cookies = kept && (response as unknown as Record<symbol, unknown>)[kept]
  if (!Array.isArray(cookies) || cookies.length === 0) return response
  const { status, statusText } = response
  const headers = new Headers(response.headers)
  headers.delete('set-cookie')
  const copy = new Response(response.body, { status: isOrdinary(status) ? status : 200, statusText, headers })
  if (!isOrdinary(status)) Object.defineProperty(copy, 'status', { value: status })
  return noteFacts(copy, { cookies: cookies.map(String) })
}

/** A handler may use a status that `new Response` refuses. */
const isOrdinary = (status: number): boolean => status >= 200 && status <= 599
