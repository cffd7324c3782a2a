import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { test as base, expect, type Page } from '@playwright/test'
import { createServer, preview, type ViteDevServer } from 'vite'
import { ROOT } from '../../tools/ensure-install.mjs'
import { readEntries } from '../../tools/entries.mjs'
import { binOf } from '../../tools/run-step.mjs'
import { callWx } from '../drive/call-wx.ts'
import { configOf, HOSTS, type Host } from './hosts.ts'

const run = promisify(execFile)

/** What the page threw, and what it said of errors in its console. */
const test = base.extend<{ readonly troubles: string[] }>({
  troubles: [
    async ({ page }, use) => {
      const troubles: string[] = []
      page.on('pageerror', (error) => troubles.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') troubles.push(message.text())
      })
      await use(troubles)
      expect(troubles).toEqual([])
    },
    { auto: true },
  ],
})

for (const host of HOSTS) {
  test.describe(host.name, () => {
    test('the compiler takes the types of every entry, those of libraries checked too', async () => {
      expect(await compile(host)).toBe('')
    })

    test('every entry but auto can be imported where there is no page', async () => {
      const names = readEntries().flatMap(({ name }) => (name === 'auto' ? [] : [['wx-request-inspector', name].filter(Boolean).join('/')]))
      const code = `for (const name of ${JSON.stringify(names)}) await import(name)`
      await run(process.execPath, ['--input-type=module', '--eval', code], { cwd: host.folder })
    })

    test('the list of public suffixes is in no bundle', async () => {
      const texts = filesIn(join(host.folder, 'dist')).map((file) => readFileSync(file, 'utf8'))
      expect(texts.length).toBeGreaterThan(5)
      for (const piece of await piecesOfSuffixList()) expect(texts.filter((text) => text.includes(piece))).toEqual([])
    })

    test('the panel opens, and a rule answers', async ({ page }) => {
      await using site = await servePreview(host, page)
      await page.goto(`${site.url}/inspector.html`)
      await expectAnswer(page)
    })

    test('one import docks the panel', async ({ page }) => {
      await using site = await servePreview(host, page)
      await page.goto(`${site.url}/auto.html`)
      await expect(page.getByRole('grid', { name: 'Requests' })).toBeVisible()
    })

    test('a panel in an element of the page draws what the inspector records', async ({ page }) => {
      await using site = await servePreview(host, page)
      await page.goto(`${site.url}/panel.html`)
      await expectAnswer(page)
    })

    test('events of elsewhere make a panel that can only be read', async ({ page }) => {
      await using site = await servePreview(host, page)
      await page.goto(`${site.url}/events.html`)
      await expectAnswer(page)
      await expect(page.getByText('Read-only')).toBeVisible()
    })

    test('the dev server takes it as it is', async ({ page }) => {
      await using site = await serveDev(host, page)
      await page.goto(`${site.url}/${host.pages.at(-1)}.html`)
      await expectAnswer(page)
    })

    if (host.pages.includes('component'))
      test('<Inspector> draws in the React of the page, follows its props, and goes with it', async ({ page }) => {
        await using site = await servePreview(host, page)
        await page.goto(`${site.url}/component.html`)
        await expectAnswer(page)
        await page.getByRole('button', { name: 'Speak Chinese' }).click()
        await expect(page.getByRole('grid', { name: '请求列表' })).toBeVisible()
        await page.getByRole('button', { name: 'Put away' }).click()
        await expect(page.getByRole('grid')).toHaveCount(0)
      })
  })
}

test('a config file that is CommonJS gets a Vite plugin that is CommonJS too', async () => {
  const code = "const name = 'wx-request-inspector/vite'; console.log(require.resolve(name), require(name).wxInspector().name)"
  const { stdout } = await run(process.execPath, ['--input-type=commonjs', '--eval', code], { cwd: HOSTS[0].folder })
  expect(stdout.trim()).toMatch(/vite\.cjs wx-request-inspector$/)
})

test('the licenses of what is bundled go along in the package, in the one file and in the demo', () => {
  const dist = join(HOSTS[0].folder, 'node_modules', 'wx-request-inspector', 'dist')
  const places = [
    join(dist, 'THIRD-PARTY-LICENSES.txt'),
    join(dist, 'wx-request-inspector.iife.js'),
    join(ROOT, 'dist', 'demo', 'THIRD-PARTY-LICENSES.txt'),
  ]
  for (const place of places) {
    const text = readFileSync(place, 'utf8')
    for (const name of ['msw', 'react-dom', '@tanstack/table-core', 'idb']) expect(text, place).toMatch(new RegExp(`^── ${name} \\d`, 'm'))
    expect(text, place).toContain('THE SOFTWARE IS PROVIDED')
  }
})

test('what is published asks npm for nothing but React', () => {
  const manifest = JSON.parse(readFileSync(join(HOSTS[0].folder, 'node_modules', 'wx-request-inspector', 'package.json'), 'utf8'))
  expect(manifest.dependencies).toBeUndefined()
  expect(Object.keys(manifest.peerDependencies)).toEqual(['react'])
})

test('what is published imports nothing but the React of the host, and that only for <Inspector>', () => {
  const dist = join(HOSTS[0].folder, 'node_modules', 'wx-request-inspector', 'dist')
  const modules = filesIn(dist).filter((file) => /(index|auto|shim|panel|chunks.+)\.js$/.test(file))
  expect(modules.length).toBeGreaterThan(10)
  const imports = modules.flatMap((file) => importsOf(readFileSync(file, 'utf8')).map((name) => `${basename(file)}: ${name}`))
  expect(imports).toEqual(['react-component.js: react'])
})

async function expectAnswer(page: Page): Promise<void> {
  await expect(page.getByRole('grid', { name: 'Requests' })).toBeVisible()
  const { via, result } = await callWx(page, { url: 'https://api.example.com/teas/7' })
  expect({ via, data: 'data' in result && result.data }).toEqual({ via: 'success', data: { name: 'Longjing' } })
  await expect(page.getByRole('row').filter({ hasText: 'teas' })).toContainText('200')
}

/** What the compiler has to say of a host and of all that it imports. */
async function compile({ folder, dependencies }: Host): Promise<string> {
  const compiler = dependencies['typescript'] ? join(folder, 'node_modules', 'typescript', 'bin', 'tsc') : binOf('typescript', 'tsc')
  return run(process.execPath, [compiler, '-p', folder, '--pretty', 'false']).then(
    ({ stdout }) => stdout,
    ({ stdout, message }) => stdout || message,
  )
}

async function servePreview(host: Host, page: Page) {
  return untilDisposed(await preview(configOf(host)), page)
}

async function serveDev(host: Host, page: Page) {
  const server = await createServer(configOf(host))
  return untilDisposed(await server.listen(), page)
}

/** A panel goes on to load its late parts, so the page goes before its server does. */
function untilDisposed(server: Pick<ViteDevServer, 'resolvedUrls' | 'close'>, page: Page) {
  return {
    url: urlOf(server.resolvedUrls),
    async [Symbol.asyncDispose]() {
      await page.close()
      await server.close()
    },
  }
}

function urlOf(urls: { readonly local: readonly string[] } | null): string {
  const [url] = urls?.local ?? []
  if (!url) throw new Error('The pages are not served.')
  return url.replace(/\/$/, '')
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** The packages that a built module imports, at once or later. */
function importsOf(code: string): readonly string[] {
  const withoutComments = code.replace(/\/\*[\s\S]*?\*\//g, '')
  const imports = withoutComments.matchAll(/^(?:import|export)\b[^;]*?["']([^"']+)["'];$|\bimport\(["']([^"']+)["']\)/gm)
  return [...imports].map(([, atOnce, later]) => atOnce ?? later ?? '').filter((name) => !name.startsWith('.'))
}

/** Pieces from all over the list that MSW's cookie jar brings. */
async function piecesOfSuffixList(): Promise<readonly string[]> {
  const list = pathToFileURL(join(ROOT, 'node_modules', 'tldts', 'dist', 'es6', 'src', 'data', 'trie.js'))
  const { labelText }: { labelText: string } = await import(list.href)
  expect(labelText.length).toBeGreaterThan(50_000)
  return Array.from({ length: 60 }, (_, index) => labelText.slice(index * 1000, index * 1000 + 20))
}
