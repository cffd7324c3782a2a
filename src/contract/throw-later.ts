/** Rethrows an error of somebody else's code in a task of its own, as an uncaught error of the page. */
export type ThrowLater = (thrown: unknown) => void

export const throwLater: ThrowLater = (thrown) => {
  queueMicrotask(() => {
    throw thrown
  })
}
