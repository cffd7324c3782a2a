/** A text for anything that was thrown, even if it cannot be converted to a string. */
export function describe(thrown: unknown): string {
  return attempt(() => String(thrown)) ?? attempt(() => Object.prototype.toString.call(thrown)) ?? '[no words for it]'
}

/** The same without the name of the error, for where our own text stands in front. */
export function messageOf(thrown: unknown): string {
  return attempt(() => (thrown instanceof Error ? thrown.message : undefined)) ?? describe(thrown)
}

/** The result of `run`, or `undefined` if it throws. */
export function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}
