import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './ensure-install.mjs'

const DOCUMENTS = [
  'README.md',
  'README.zh.md',
  'CONTRIBUTING.md',
  ...markdownIn('examples'),
  ...markdownIn('docs'),
  ...markdownIn('docs/decisions'),
  ...markdownIn('docs/hosts'),
]

describe.each(DOCUMENTS)('%s', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8')

  it('names only files that exist', () => {
    const named = [...text.matchAll(/`((?:src|tools|e2e|docs|public|examples)\/[\w./-]*\w\/?)`/g)].map((match) => match[1] ?? '')
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  it('links only to files that exist', () => {
    const links = [...text.matchAll(/(?:\]\(|src(?:set)?=")(?!https?:)([^)"#]+)/g)].map((match) => match[1] ?? '')
    const pages = links.filter((link) => !link.endsWith('.iife.js'))
    expect(pages.filter((link) => !existsSync(join(ROOT, dirname(document), link)))).toEqual([])
  })
})

it('the two READMEs have the same headings and the same code', () => {
  const shape = (document: string) => {
    const text = readFileSync(join(ROOT, document), 'utf8')
    return { headings: text.match(/^## /gm)?.length, commands: text.match(/^npm \w+/gm), imports: text.match(/^\| `wx-[^|]+/gm) }
  }
  expect(shape('README.zh.md')).toEqual(shape('README.md'))
})

function markdownIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`)
}
