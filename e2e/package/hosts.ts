import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build, type InlineConfig } from 'vite'
import { npmCommand, ROOT } from '../../tools/ensure-install.mjs'
import { readEntries } from '../../tools/entries.mjs'

/** A project that somebody else has. */
export interface Host {
  readonly name: string
  readonly folder: string
  readonly dependencies: Readonly<Record<string, string>>
  /** Its pages, without `.html`. */
  readonly pages: readonly string[]
}

const PAGES = ['inspector', 'auto', 'panel', 'events']

/** React before and after the change of what an element is, each other than ours, and a page that has none. */
export const HOSTS = [
  host('React 18.3', {
    react: '18.3.1',
    'react-dom': '18.3.1',
    '@types/react': '18.3.32',
    '@types/react-dom': '18.3.7',
    // Of an age with it.
    typescript: '5.9.3',
  }),
  host('React 19.1', {
    react: '19.1.0',
    'react-dom': '19.1.0',
    '@types/react': '19.1.9',
    '@types/react-dom': '19.1.7',
  }),
  host('no React', {}),
] as const

function host(name: string, dependencies: Record<string, string>): Host {
  const hasReact = 'react' in dependencies
  return {
    name,
    folder: join(process.env.WX_HOSTS ?? '', name.replace(/\W+/g, '-').toLowerCase()),
    dependencies,
    pages: hasReact ? [...PAGES, 'component'] : PAGES,
  }
}

const run = promisify(execFile)

/** Packs what was built last and makes the project of a host, into which it is installed. */
export async function installHost({ folder, dependencies, pages }: Host): Promise<void> {
  mkdirSync(join(folder, 'entries'), { recursive: true })
  cpSync(fileURLToPath(new URL('./host', import.meta.url)), folder, { recursive: true })
  if (!pages.includes('component')) for (const file of ['component.html', 'component.tsx']) rmSync(join(folder, file))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }))
  for (const { name } of readEntries()) {
    const entry = join('wx-request-inspector', name).replaceAll('\\', '/')
    writeFileSync(join(folder, 'entries', `${name || 'main'}.ts`), `import * as entry from '${entry}'\nexport { entry }\n`)
  }
  await npm(ROOT, 'pack', '--pack-destination', folder)
  const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz'))
  await npm(folder, 'install', `./${tarball}`, '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts')
  for (const worker of ['wx-sw.js', 'mockServiceWorker.js'])
    cpSync(join(folder, 'node_modules', 'wx-request-inspector', 'dist', worker), join(folder, 'public', worker))
}

/** Builds the pages of a host and gives the paths of all modules that came to be in them. */
export async function bundleHost(host: Host): Promise<readonly string[]> {
  const input = host.pages.map((name) => join(host.folder, `${name}.html`))
  const result = await build({ ...configOf(host), build: { rolldownOptions: { input } } })
  const outputs = [result].flat().flatMap((built) => ('output' in built ? built.output : []))
  return outputs.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []))
}

/** Vite as it is in a fresh project. */
export function configOf({ folder }: Host): InlineConfig {
  return {
    root: folder,
    configFile: false,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0 },
    preview: { host: '127.0.0.1', port: 0 },
  }
}

async function npm(cwd: string, ...args: readonly string[]): Promise<void> {
  const { command, args: all, shell } = npmCommand(args)
  await run(command, all, { cwd, shell })
}
