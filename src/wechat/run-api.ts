import { throwLater } from '../contract/throw-later.ts'
import type { ApiFail, ApiReturn } from '../contract/wx/api-call.ts'
import { type Callbacks, callbacksOf } from '../contract/wx/callbacks-of.ts'
import { errnoOfFault, FileFailure } from './file-fault.ts'

/** Ends one of WeChat's calls with `<api>:fail <text>`. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure' as const
  readonly errno: number | undefined

  constructor(text: string, errno?: number) {
    super(text)
    this.errno = errno
  }
}

/** One asynchronous call of the `wx` family: `work` runs at once, the callbacks never before the call returned. */
export function runApi<Option, Success extends object>(
  api: string,
  option: Option | undefined,
  work: () => Success | Promise<Success>,
): ApiReturn<Option, Success> {
  const outcome = outcomeOf(api, work)
  const callbacks = callbacksOf(option)
  const { success, fail, complete } = callbacks
  if ([success, fail, complete].some((callback) => typeof callback === 'function')) {
    callCallbacks(callbacks, outcome)
    return undefined as ApiReturn<Option, Success>
  }
  return outcome.then((end) => (end.done ? end.result : Promise.reject(end.result))) as ApiReturn<Option, Success>
}

/** The same for calls that never give a Promise, such as those of a FileSystemManager. */
export function runApiSilently(api: string, option: unknown, work: () => object | Promise<object>): void {
  callCallbacks(callbacksOf(option), outcomeOf(api, work))
}

type Outcome<Success> =
  | { readonly done: true; readonly result: Success & { errMsg: string } }
  | { readonly done: false; readonly result: ApiFail }

async function outcomeOf<Success extends object>(api: string, work: () => Success | Promise<Success>): Promise<Outcome<Success>> {
  try {
    return { done: true, result: { ...(await work()), errMsg: `${api}:ok` } }
  } catch (thrown) {
    return { done: false, result: failOf(api, thrown) }
  }
}

function callCallbacks({ success, fail, complete }: Callbacks, outcome: Promise<Outcome<object>>): void {
  void outcome.then(({ done, result }) => {
    callBack(done ? success : fail, result)
    callBack(complete, result)
  })
}

/** The argument of `fail`. What is not a failure of ours is a fault of this library, and is told as such. */
function failOf(api: string, thrown: unknown): ApiFail {
  if (thrown instanceof FileFailure) {
    const errno = errnoOfFault(thrown.fault)
    return { errMsg: `${api}:fail ${thrown.message}`, errno, errCode: errno }
  }
  if (thrown instanceof ApiFailure) {
    return { errMsg: `${api}:fail ${thrown.message}`, ...(thrown.errno !== undefined && { errno: thrown.errno }) }
  }
  return { errMsg: `${api}:fail internal error`, errno: 4 }
}

/** The Sync form of a call: what goes wrong is thrown, as an Error whose message is WeChat's. */
export function runApiSync<Result>(api: string, work: () => Result): Result {
  try {
    return work()
  } catch (thrown) {
    const fail = failOf(api, thrown)
    throw Object.assign(new Error(fail.errMsg), fail)
  }
}

/** What a callback throws goes to the page as an uncaught error, and stops nothing here. */
function callBack(callback: unknown, result: object): void {
  if (typeof callback !== 'function') return
  try {
    callback(result)
  } catch (thrown) {
    throwLater(thrown)
  }
}
