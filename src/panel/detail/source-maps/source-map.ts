import { AnyMap, originalPositionFor, type SectionedSourceMapInput, type TraceMap } from '@jridgewell/trace-mapping'
import { bytesToText, textToBytes } from '../../../contract/byte-text.ts'
import { isObject } from '../../../contract/read-values.ts'

/** A place in the source that a script was made of. Line and column from 1. */
export interface SourcePlace {
  /** As a map names it, resolved against its address, or as it stands where that is none: text to be shown, never an address to be opened. */
  readonly source: string
  readonly line: number
  readonly column: number
  /** Whether it is of a package and not of the app, as far as its path or the map tells. */
  readonly isPackage: boolean
}

const COMMENT = 'sourceMappingURL='

/** What a script says of its map, in its last such comment: an address or `data:`. Source: ECMA-426, section 11.1.2. */
export function mapReferenceOf(script: string): string | undefined {
  const at = script.lastIndexOf(COMMENT)
  // `//# ` or the older `//@ `, or `/*# ` as some write it.
  if (at < 0 || !/(?:\/\/|\/\*)[#@]\s*$/.test(script.slice(Math.max(0, at - 8), at))) return undefined
  return /^[^\s'"*]+/.exec(script.slice(at + COMMENT.length))?.[0]
}

/** The text of a `data:` address; `undefined` if it is none that can be read. */
export function textOfDataUrl(url: string): string | undefined {
  const comma = url.indexOf(',')
  if (comma < 0) return undefined
  const content = url.slice(comma + 1)
  if (/;\s*base64\s*$/i.test(url.slice(0, comma))) {
    const bytes = textToBytes(content, 'base64')
    return bytes && bytesToText(bytes, 'utf8')
  }
  try {
    return decodeURIComponent(content)
  } catch {
    return undefined
  }
}

/** Reads a source map of version 3, in one part or in sections, that stands at `url`. Throws where it is none. */
export function readSourceMap(text: string, url: string): TraceMap {
  // Some servers put this line before what no script shall read.
  const parsed: unknown = JSON.parse(text.replace(/^\)\]\}'[^\n]*\n/, ''))
  checkMap(parsed, 0)
  // A `data:` is no place that anything could be resolved against.
  return AnyMap(parsed as SectionedSourceMapInput, /^data:/i.test(url) ? undefined : url)
}

/** Sections of sections that are read. */
const DEEPEST = 4
/** Lines of a script, and mapped places in all of it. Each becomes a list in memory, so that a short text could take all there is. */
const MOST_LINES = 1_000_000
const MOST_PLACES = 4_000_000

/** Returns how many places it maps. */
function checkMap(map: unknown, depth: number): number {
  if (!isObject(map) || map['version'] !== 3) throw new TypeError('is no source map of version 3')
  if ('sections' in map) {
    if (!Array.isArray(map['sections']) || depth === DEEPEST) throw new TypeError('has no list of sections')
    let places = 0
    for (const section of map['sections'] as unknown[]) {
      const offset = isObject(section) ? section['offset'] : undefined
      if (
        !isObject(section) ||
        !isObject(offset) ||
        !isPlace(offset['line']) ||
        (offset['line'] as number) > MOST_LINES ||
        !isPlace(offset['column'])
      )
        throw new TypeError('has a section without a place')
      places += checkMap(section['map'], depth + 1)
      if (places > MOST_PLACES) throw new RangeError('maps more than 4,000,000 places')
    }
    return places
  }
  const { mappings, sources, names, sourceRoot, ignoreList, x_google_ignoreList } = map
  if (typeof mappings !== 'string') throw new TypeError('has no mappings')
  if (!isListOf(sources, (each) => each === null || typeof each === 'string')) throw new TypeError('has no list of sources')
  if (names !== undefined && !isListOf(names, (each) => typeof each === 'string')) throw new TypeError('has names that are no texts')
  if (sourceRoot !== undefined && sourceRoot !== null && typeof sourceRoot !== 'string')
    throw new TypeError('has a sourceRoot that is no text')
  for (const ignored of [ignoreList, x_google_ignoreList])
    if (ignored !== undefined && !isListOf(ignored, isPlace)) throw new TypeError('has a list of what to ignore that is none')
  return countPlaces(mappings)
}

function countPlaces(mappings: string): number {
  let [lines, places] = [1, 1]
  for (let at = 0; at < mappings.length; at++) {
    const code = mappings.charCodeAt(at)
    if (code === SEMICOLON) lines++
    if (code === SEMICOLON || code === COMMA) places++
    if (lines > MOST_LINES || places > MOST_PLACES) throw new RangeError('maps more than 1,000,000 lines or 4,000,000 places')
  }
  return places
}

const SEMICOLON = 0x3b
const COMMA = 0x2c

const isListOf = (value: unknown, isOne: (each: unknown) => boolean) => Array.isArray(value) && value.every(isOne)
const isPlace = (value: unknown) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_PLACES

/** Where a place of the script, line and column from 1, stands in its source. */
export function sourcePlaceOf(map: TraceMap, line: number, column: number): SourcePlace | undefined {
  if (line < 1 || column < 1) return undefined
  const found = originalPositionFor(map, { line, column: column - 1 })
  if (found.source === null) return undefined
  const nth = map.resolvedSources.indexOf(found.source)
  const isPackage = /(?:^|\/)node_modules\//.test(found.source) || (map.ignoreList?.includes(nth) ?? false)
  return { source: found.source, line: found.line, column: found.column + 1, isPackage }
}
