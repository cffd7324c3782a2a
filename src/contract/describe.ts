/** Whatever was thrown, in words; it may be a thing that cannot even be turned into text. */
export function describe(thrown: unknown): string {
  return attempt(() => String(thrown)) ?? attempt(() => Object.prototype.toString.call(thrown)) ?? '[no words for it]'
}

/** The same without the kind of error before it, for where words of our own stand there. */
export function messageOf(thrown: unknown): string {
  return attempt(() => (thrown instanceof Error ? thrown.message : undefined)) ?? describe(thrown)
}

/** What `run` gives; `undefined` where it throws. */
export function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}
