import { InspectorError } from '../../contract/inspector-error.ts'

/** Throws InspectorError `bad-option` that names the method, its argument and what it takes, unless that `fits`. */
export function checkArgument(method: string, path: string, fits: boolean, expected: string): void {
  if (fits) return
  throw new InspectorError('bad-option', `${method}() cannot use what it was given.`, { issues: [{ path, message: expected }] })
}

/** The same for what is called with each event. */
export function checkListener(method: string, listener: unknown): void {
  checkArgument(method, 'listener', typeof listener === 'function', 'must be a function')
}
