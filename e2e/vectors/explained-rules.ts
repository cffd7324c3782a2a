import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A rule of docs/wechat.md, and the sources that name it. */
export interface ExplainedRule {
  readonly id: string
  /** As the page marks it: D, O, I … */
  readonly sure: string
  /** Paths of files that follow it, below the root. */
  readonly code: readonly string[]
  /** Paths of tests that hold it. */
  readonly tests: readonly string[]
}

/** Where WeChat's behaviour is made. The recorder and the panel only speak of it, and what they say is no proof. */
const FOLDERS = ['src/contract', 'src/shim', 'src/files', 'src/device', 'src/transport', 'e2e']

/** Every rule in the order of the page. PLAT, C and U are not rules but lists of where rules differ, contradict each other, or are not known. */
export function explainedRules(root: string): readonly ExplainedRule[] {
  const named = namedRules(root)
  const page = readFileSync(join(root, 'docs/wechat.md'), 'utf8')
  return [...page.matchAll(/^\| ((?!PLAT|C-|U-)[A-Z]+-\d+) \|.*\| ([^|]+) \|$/gm)].map(([, id = '', sure = '']) => {
    const paths = named.get(id) ?? []
    return { id, sure, code: paths.filter((path) => !isTest(path)), tests: paths.filter(isTest) }
  })
}

function namedRules(root: string): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>()
  for (const path of FOLDERS.flatMap((folder) => sourcesIn(root, folder))) {
    for (const id of idsIn(readFileSync(join(root, path), 'utf8'))) named.set(id, [...(named.get(id) ?? []), path])
  }
  return named
}

function sourcesIn(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && (folder !== 'e2e' || path.endsWith('.spec.ts')))
    .sort()
}

/** `CONV-14 … CONV-16` names the one between them too. */
function idsIn(text: string): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const [, kind, from, to = from] of text.matchAll(/\b([A-Z]+)-(\d+)(?: … \1-(\d+))?\b/g)) {
    for (let number = Number(from); number <= Number(to); number++) ids.add(`${kind}-${number}`)
  }
  return ids
}

function isTest(path: string): boolean {
  return /\.(test|test-d|spec)\.tsx?$/.test(path)
}
