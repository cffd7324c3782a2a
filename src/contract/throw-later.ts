/** Hands what somebody else's code threw to the page as an uncaught error, after everything that is going on. */
export type ThrowLater = (thrown: unknown) => void

export const throwLater: ThrowLater = (thrown) => {
  queueMicrotask(() => {
    throw thrown
  })
}
