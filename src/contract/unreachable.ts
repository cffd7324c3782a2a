/** Ends a `switch` over a union: the compiler complains here when a member was forgotten. */
export function unreachable(value: never): never {
  throw new TypeError(`[wx-request-inspector] unexpected value: ${JSON.stringify(value)}`)
}
