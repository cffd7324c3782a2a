import { type AnyHandler, isPassthroughResponse, type RequestHandler } from 'msw'
import { noteFacts } from './call/response-facts.ts'

type Resolver = (info: { readonly request: Request }) => Promise<Response | undefined>

/** The one private step of MSW that sees a response before its cookies are written into the host page. */
interface Sealable {
  wrapResolver(resolver: Resolver): Resolver
}

/**
 * Takes the Set-Cookie lines of a ready-made handler into safety: MSW would write them into `document.cookie` and
 * localStorage of the page that shows the app. `takes` is told once it has answered, or thrown. Returns how to undo it.
 */
export function sealHandler(handler: AnyHandler, takes: (request: Request, label: string) => void): () => void {
  if (handler.kind !== 'request') return () => {}
  // The handler's own object, not one derived from it: some handlers have private fields.
  const sealable = handler as unknown as Sealable
  const { wrapResolver } = sealable
  const label = String((handler as RequestHandler).info.header)
  const sealed: Sealable['wrapResolver'] = (resolver) => {
    const run = wrapResolver.call(sealable, resolver)
    return async (info) => {
      const given = await run(info).catch((thrown: unknown) => {
        // Handlers may throw a Response instead of returning it.
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

/** MSW keeps the lines under a symbol of its own, on the object that the handler made; a copy has none. */
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

/** Handlers may give a status that `new Response` refuses. */
const isOrdinary = (status: number): boolean => status >= 200 && status <= 599
