import { describe, expect, it } from 'vitest'
import { collectDeclarations, forCommonJs, withJsExtensions } from './write-types.mjs'

describe('collectDeclarations', () => {
  const files: Record<string, string> = {
    'entry/shim.d.ts': "import type { Wx } from '../contract/wx.ts';\nexport type { Kept } from '../files/kept.ts';\n",
    'contract/wx.d.ts': "export type Json = import('./json.ts').Json;\n",
    'contract/json.d.ts': "/** import { Json } from 'wx-request-inspector' */\nimport type { Wx } from './wx.ts';\n",
    'files/kept.d.ts': 'export {};\n',
    'panel/icon.d.ts': "import type { Icon } from 'lucide-react';\n",
  }
  const collect = (...entries: string[]) => [...collectDeclarations(entries, (path) => files[path] ?? `no ${path}`).keys()]

  it('finds all that an entry imports, in whatever folder, and nothing else', () => {
    expect(collect('entry/shim.d.ts')).toEqual(['entry/shim.d.ts', 'contract/wx.d.ts', 'files/kept.d.ts', 'contract/json.d.ts'])
  })

  it('refuses a type of a package, which users may not have', () => {
    expect(() => collect('panel/icon.d.ts')).toThrow("panel/icon.d.ts names a type of 'lucide-react'")
  })
})

describe('withJsExtensions', () => {
  it('makes the published declarations find each other', () => {
    const source =
      "import type { A } from './a.ts';\nexport { b } from '../b/b.tsx';\ntype C = import('./c.ts').C;\nimport type { D } from 'd.ts';\n"
    const result =
      "import type { A } from './a.js';\nexport { b } from '../b/b.js';\ntype C = import('./c.js').C;\nimport type { D } from 'd.ts';\n"
    expect(withJsExtensions(source)).toBe(result)
  })
})

describe('forCommonJs', () => {
  it('lets a CommonJS declaration name the types of ES modules', () => {
    expect(forCommonJs("import type { A } from './a.js';\nexport declare function b(a: A): void;\n")).toBe(
      "import type { A } from './a.js' with { 'resolution-mode': 'import' };\nexport declare function b(a: A): void;\n",
    )
  })
})
