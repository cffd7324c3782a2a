import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from './ensure-install.mjs'

/** What one can still look over. Tests and style sheets count. */
const MOST_FILES = 30

/** The folders of the panel, each of which builds on those before it alone (docs/architecture.md). */
const FLOORS = [
  'styles',
  'words',
  'parts',
  'rows',
  'filter',
  'store',
  'domains',
  'environment',
  'mocks',
  'exchange',
  'detail',
  'requests',
  'report',
  'replay',
  'app',
]

const SOURCES = join(ROOT, 'src')
const files = readdirSync(SOURCES, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(SOURCES, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))

interface Import {
  readonly file: string
  /** The folders of the file and of what it imports, as seen from `src`. */
  readonly by: string
  readonly of: string
}

/** Each import of one folder by a file of another, style sheets among them. What a test needs binds nobody. */
const imports: readonly Import[] = files
  .filter((file) => /\.tsx?$/.test(file) && !/\.test(-d)?\./.test(file))
  .flatMap((file) =>
    [...readFileSync(join(SOURCES, file), 'utf8').matchAll(/(?:from |import |import\()'(\.[^'?]+)/g)]
      .map(([, to = '']) => ({
        file,
        by: dirname(file),
        of: dirname(relative(SOURCES, join(SOURCES, dirname(file), to)).replaceAll('\\', '/')),
      }))
      .filter(({ by, of }) => by !== of),
  )

const atDepth = (folder: string, depth: number) => folder.split('/').slice(0, depth).join('/')

/** Folders that lead back to themselves when those below `depth` are one with the folder that they stand in. */
function circlesAt(depth: number, between: readonly Pick<Import, 'by' | 'of'>[]): readonly string[] {
  const arrows = new Map<string, Set<string>>()
  for (const { by, of } of between) {
    const [from, to] = [atDepth(by, depth), atDepth(of, depth)]
    if (from !== to) arrows.set(from, (arrows.get(from) ?? new Set()).add(to))
  }
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (folder: string, way: readonly string[]) => {
    const met = way.indexOf(folder)
    if (met >= 0) circles.push([...way.slice(met), folder].join(' → '))
    if (met >= 0 || done.has(folder)) return
    for (const next of arrows.get(folder) ?? []) visit(next, [...way, folder])
    done.add(folder)
  }
  for (const folder of arrows.keys()) visit(folder, [])
  return circles
}

it(`no folder of src holds more than ${MOST_FILES} files`, () => {
  const counts = new Map<string, number>()
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1)
  expect(counts.size).toBeGreaterThan(30)
  expect([...counts].filter(([, count]) => count > MOST_FILES)).toEqual([])
})

it.each([1, 2, 3, 4])('the folders of src, seen %i deep, form no circle', (depth) => {
  expect(imports.length).toBeGreaterThan(300)
  expect(circlesAt(depth, imports)).toEqual([])
})

it('a circle is found, also one that closes only when inner folders are one with the outer', () => {
  const planted = [
    { by: 'a/one', of: 'b' },
    { by: 'b', of: 'a/two' },
  ]
  expect(circlesAt(2, planted)).toEqual([])
  expect(circlesAt(1, planted)).toEqual(['a → b → a'])
})

it('every style sheet of the panel is brought by a component', () => {
  const sources = files
    .filter((file) => /^panel\/.*\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(SOURCES, file), 'utf8') }))
  const brought = new Set(
    sources.flatMap(({ file, text }) =>
      [...text.matchAll(/from '(\.[^']+\.css)\?inline'/g)].map(([, css = '']) =>
        relative(SOURCES, join(SOURCES, dirname(file), css)).replaceAll('\\', '/'),
      ),
    ),
  )
  expect(files.filter((file) => /^panel\/.*\.css$/.test(file) && !brought.has(file))).toEqual([])
  expect(brought.size).toBeGreaterThan(15)
})

it('every folder of the panel has its floor', () => {
  const folders = readdirSync(join(SOURCES, 'panel'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map(({ name }) => name).sort()).toEqual([...FLOORS].sort())
})

it('no folder of the panel imports one that stands above it', () => {
  const floorOf = (folder: string) => FLOORS.indexOf(folder.split('/')[1] ?? '')
  const within = imports.filter(({ by, of }) => by.startsWith('panel/') && of.startsWith('panel'))
  expect(within.length).toBeGreaterThan(100)
  expect(within.filter(({ by, of }) => !of.includes('/') || floorOf(of) > floorOf(by))).toEqual([])
})
