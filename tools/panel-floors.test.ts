import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from './ensure-install.mjs'

/** The folders of the panel, each of which builds on those before it alone (docs/architecture.md). */
const FLOORS = ['words', 'parts', 'rows', 'filter', 'store', 'domains', 'detail', 'requests', 'app']

const PANEL = join(ROOT, 'src/panel')

/** Each import of one folder of the panel by a file of another, however deep it stands. */
function importsBetweenFolders(): readonly { readonly by: string; readonly of: string; readonly file: string }[] {
  return FLOORS.flatMap((by) =>
    readdirSync(join(PANEL, by), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
      .flatMap((file) =>
        [...readFileSync(join(PANEL, by, file), 'utf8').matchAll(/(?:from |import\()'(\.[^']+)'/g)]
          .map(([, to = '']) => relative(PANEL, join(PANEL, by, dirname(file), to)).split(sep)[0] ?? '')
          .filter((of) => of !== by && of !== '..')
          .map((of) => ({ by, of, file })),
      ),
  )
}

it('every folder of the panel has its floor', () => {
  const folders = readdirSync(PANEL, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map(({ name }) => name).sort()).toEqual([...FLOORS].sort())
})

it('no folder of the panel imports one that stands above it', () => {
  const imports = importsBetweenFolders()
  expect(imports.length).toBeGreaterThan(100)
  expect(imports.filter(({ by, of }) => FLOORS.indexOf(of) >= FLOORS.indexOf(by) || !FLOORS.includes(of))).toEqual([])
})
