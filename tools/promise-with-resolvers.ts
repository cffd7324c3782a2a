/** MSW is written for Node 22 and calls `Promise.withResolvers`, which Node 20 lacks and every browser has. */
Promise.withResolvers ??= function withResolvers<T>(this: PromiseConstructor) {
  let resolve!: (value: T | PromiseLike<T>) => void
  let reject!: (reason?: unknown) => void
  const promise = new this<T>((...both) => {
    ;[resolve, reject] = both
  })
  return { promise, resolve, reject }
}
