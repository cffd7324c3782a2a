declare const wx: unknown

/** What a script of the page finds when it says `wx`: a `const wx` of another script stands before the property of the window. */
export function lexicalWx(): unknown {
  try {
    return typeof wx === 'undefined' ? undefined : wx
  } catch {
    // Declared further down and not there yet.
    return undefined
  }
}
