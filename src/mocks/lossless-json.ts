import type { Json } from '../contract/event/json.ts'

/** A string, or white space outside of strings. */
const STRING_OR_SPACE = /("(?:[^"\\]|\\.)*")|[ \t\r\n]+/g

/** The value of a JSON text if it can be written again as it was, but for white space; else, as with numbers that JavaScript rounds, `undefined`. */
export function losslessJson(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json
    return JSON.stringify(value) === text.replace(STRING_OR_SPACE, '$1') ? value : undefined
  } catch {
    return undefined
  }
}
