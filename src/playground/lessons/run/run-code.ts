/** What the code of a lesson can reach by name. */
export interface CodeSurroundings {
  readonly wx: object
  readonly console: { log(...what: unknown[]): void; error(...what: unknown[]): void }
  setTimeout(act: () => void, after?: number): void
}

/**
 * Runs a text as it is shown, in this page: that of a lesson that comes with it, or one that a person was shown and allowed to run.
 */
export function runCode(code: string, { wx, console, setTimeout }: CodeSurroundings): void {
  new Function('wx', 'console', 'setTimeout', `'use strict'\n${code}`)(wx, console, setTimeout)
}
