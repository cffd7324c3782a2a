import type { RequestOption, RequestTask, Wx } from '../../../contract/wx/wx.ts'
import { CookieJar } from './cookie-jar.ts'
import { API_ORIGIN } from './shop-origins.ts'

/** Why the app got nothing it can show: a status from the server, or what `fail` said. */
export interface CallProblem {
  readonly statusCode?: number
  readonly errMsg: string
  /** The server's own sentence, where it sent one. */
  readonly message?: { readonly zh: string; readonly en: string }
}

export interface CallListeners<Data> {
  success(data: Data): void
  fail(problem: CallProblem): void
}

type Extra = Pick<RequestOption, 'method' | 'data' | 'header' | 'timeout' | 'dataType' | 'responseType' | 'enableChunked'>

/** The shop's way to its API, as a mini-program writes it: `wx.request` with callbacks, cookies by hand, a status check of its own. */
export class ShopClient {
  readonly wx: Wx
  readonly #jar = new CookieJar()

  constructor(wx: Wx) {
    this.wx = wx
  }

  get signedIn(): boolean {
    return this.#jar.has('sid')
  }

  /** `path` on the API, or a whole url. A 4xx or 5xx counts as a problem here; to `wx.request` it is a success (RES-6). */
  call<Data>(path: string, extra: Extra, listeners: CallListeners<Data>): RequestTask | undefined {
    const cookie = this.#jar.header()
    return this.wx.request({
      ...extra,
      url: path.startsWith('/') ? `${API_ORIGIN}${path}` : path,
      header: { ...extra.header, ...(cookie && path.startsWith('/') ? { Cookie: cookie } : {}) },
      success: (result) => {
        this.#jar.keep(result.cookies)
        if (result.statusCode < 400) return listeners.success(result.data as Data)
        const message = messageIn(result.data)
        listeners.fail({ statusCode: result.statusCode, errMsg: result.errMsg, ...(message ? { message } : {}) })
      },
      fail: (result) => listeners.fail({ errMsg: result.errMsg }),
    })
  }
}

function messageIn(data: unknown): CallProblem['message'] {
  const message = (data as { message?: { zh?: unknown; en?: unknown } } | null)?.message
  return typeof message?.zh === 'string' && typeof message.en === 'string' ? { zh: message.zh, en: message.en } : undefined
}
