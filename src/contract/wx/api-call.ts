/** What `fail` of a call gets, or what a Sync form throws with its Error. */
export interface ApiFail {
  errMsg: string
  errno?: number
  /** The name that the file layer has for errno. */
  errCode?: number
}

/** The callbacks of a call: `success` or `fail`, then `complete`. */
export interface ApiCallbacks<Success = object> {
  success?: (result: Success & { errMsg: string }) => void
  fail?: (result: ApiFail) => void
  complete?: (result: { errMsg: string }) => void
}

// As WeChat's own typings ask it, so that the two are the same to the compiler.
// biome-ignore-start lint/suspicious/noExplicitAny: see above.
// biome-ignore-start lint/suspicious/noConfusingVoidType: see above.
/** A Promise, when the call was given no callback. */
export type ApiReturn<Option, Success = object> = Option extends { success: any }
  ? void
  : Option extends { fail: any }
    ? void
    : Option extends { complete: any }
      ? void
      : Promise<Success & { errMsg: string }>
// biome-ignore-end lint/suspicious/noExplicitAny: see above.
// biome-ignore-end lint/suspicious/noConfusingVoidType: see above.
