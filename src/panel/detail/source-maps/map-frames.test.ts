import { expect, it } from 'vitest'
import type { StackFrame } from '../../rows/initiator-frames.ts'
import { MapFailure, mapFrames, type ReadText } from './map-frames.ts'
import { mapReferenceOf } from './source-map.ts'

const SCRIPT = 'https://app.example/assets/app.js'
const frame = (line: number, column: number, url = SCRIPT): StackFrame => ({ name: 'load', url, line, column, isPackage: false })

/** Line 1: column 1 is line 1 of the first source, column 11 line 3, column 5, of the second. */
const MAP = { version: 3, sources: ['../src/load.ts', '../node_modules/got/index.js'], names: [], mappings: 'AAAA,UCEI' }

/** A server of these texts; the addresses that were asked for are noted. */
function serve(texts: Readonly<Record<string, string>>) {
  const asked: string[] = []
  const read: ReadText = async (url, kind) => {
    asked.push(url)
    const text = texts[url]
    if (text === undefined) throw new MapFailure(kind, '404')
    return { text }
  }
  return { asked, read }
}

const withMap = (map: unknown) =>
  serve({ [SCRIPT]: 'send()\n//# sourceMappingURL=app.js.map', [`${SCRIPT}.map`]: typeof map === 'string' ? map : JSON.stringify(map) })

it('a frame has its place in the source, resolved against the address of the map, and each file is read once', async () => {
  const { asked, read } = withMap(MAP)
  expect(await mapFrames([frame(1, 4), frame(1, 15), frame(7, 1)], read)).toEqual([
    { place: { source: 'https://app.example/src/load.ts', line: 1, column: 1, isPackage: false } },
    { place: { source: 'https://app.example/node_modules/got/index.js', line: 3, column: 5, isPackage: true } },
    { fault: { kind: 'no-place' } },
  ])
  expect(asked).toEqual([SCRIPT, `${SCRIPT}.map`])
})

it('a map within its script is read without a further request, and one in sections like any other', async () => {
  const sections = { version: 3, sections: [{ offset: { line: 2, column: 0 }, map: MAP }] }
  const data = (text: string) => `data:application/json;charset=utf-8;base64,${btoa(text)}`
  const { asked, read } = serve({ [SCRIPT]: `a()\n\n\n//# sourceMappingURL=${data(`)]}'\n${JSON.stringify(sections)}`)}\n` })
  expect(await mapFrames([frame(3, 1)], read)).toEqual([{ place: { source: '../src/load.ts', line: 1, column: 1, isPackage: false } }])
  expect(asked).toEqual([SCRIPT])
})

it('what a map says to ignore counts as of a package', async () => {
  const [mapped] = await mapFrames([frame(1, 1)], withMap({ ...MAP, ignoreList: [0] }).read)
  expect(mapped?.place?.isPackage).toBe(true)
})

it.each([
  ['no comment', 'send()', undefined],
  ['the last of several', '//# sourceMappingURL=a.map\n//# sourceMappingURL=b.map\n', 'b.map'],
  ['the older form', '//@ sourceMappingURL=a.map', 'a.map'],
  ['a comment of the other kind', '/*# sourceMappingURL=a.map */', 'a.map'],
  ['a text that is no comment', 'const text = "sourceMappingURL=a.map"', undefined],
])('the comment of a script is read: %s', (_, script, reference) => {
  expect(mapReferenceOf(script)).toBe(reference)
})

it.each([
  ['a script that is not there', serve({}), 'script', '404'],
  ['a map that is not there', serve({ [SCRIPT]: '//# sourceMappingURL=app.js.map' }), 'map', '404'],
  ['a script without a map', serve({ [SCRIPT]: 'send()' }), 'no-map', undefined],
  ['a map at javascript:', serve({ [SCRIPT]: '//# sourceMappingURL=javascript:alert(1)' }), 'address', undefined],
  ['a map at file:', serve({ [SCRIPT]: '//# sourceMappingURL=file:///etc/passwd' }), 'address', undefined],
  ['a data: that is none', serve({ [SCRIPT]: '//# sourceMappingURL=data:;base64,$$$' }), 'bad-map', undefined],
  ['no JSON', withMap('<!doctype html>'), 'bad-map', expect.stringContaining('JSON')],
  ['a map of another version', withMap({ ...MAP, version: 2 }), 'bad-map', expect.stringContaining('version 3')],
  ['sources that are no list', withMap({ ...MAP, sources: { length: 1e9 } }), 'bad-map', expect.stringContaining('sources')],
  ['names that are no texts', withMap({ ...MAP, names: [{}] }), 'bad-map', expect.stringContaining('names')],
  ['mappings that are no text', withMap({ ...MAP, mappings: [] }), 'bad-map', expect.stringContaining('mappings')],
  [
    'a section of itself, deep',
    withMap(`${'{"version":3,"sections":[{"offset":{"line":0,"column":0},"map":'.repeat(5000)}1${'}]}'.repeat(5000)}`),
    'bad-map',
    expect.stringContaining('sections'),
  ],
  ['brackets, very deep', withMap('['.repeat(1e6)), 'bad-map', expect.any(String)],
  [
    'a place before the first',
    withMap({ version: 3, sections: [{ offset: { line: -1, column: 0 }, map: MAP }] }),
    'bad-map',
    expect.stringContaining('place'),
  ],
])('%s is told and does no harm', async (_, { read }, kind, reason) => {
  const [mapped] = await mapFrames([frame(1, 1)], read)
  expect(mapped).toEqual({ fault: { kind, ...(reason !== undefined && { reason }) } })
})

it('mappings that point nowhere, and names like __proto__, give text or nothing', async () => {
  const hostile =
    '{"version":3,"__proto__":{"polluted":1},"sources":["javascript:alert(1)","__proto__"],"names":["__proto__"],"mappings":"AAAAA,CCAA,CAAZ,CAyvgggB,ASSS"}'
  const mapped = await mapFrames([frame(1, 1), frame(1, 2), frame(1, 9)], withMap(hostile).read)
  expect(mapped[0]?.place?.source).toBe('https://app.example/assets/javascript:alert(1)')
  expect(mapped).toHaveLength(3)
  expect(Object.prototype).not.toHaveProperty('polluted')
})

it('a script of another scheme is not asked for', async () => {
  const { asked, read } = serve({})
  const urls = ['webpack-internal:///./src/a.js', 'chrome-extension://a/b.js', '<anonymous>', 'data:text/javascript,x']
  expect(
    (
      await mapFrames(
        urls.map((url) => frame(1, 1, url)),
        read,
      )
    ).map(({ fault }) => fault?.kind),
  ).toEqual(urls.map(() => 'address'))
  expect(asked).toEqual([])
})
