import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

type Aliases = Readonly<Record<string, string>> | readonly { readonly find: string | RegExp; readonly replacement: string }[] | undefined

/**
 * Where Taro is used: Taro compiles `Taro.request` to an import, which nobody can replace, so this writes a module that stands before Taro's own
 * and lets the inspector follow its calls. Gives the path of it.
 */
export function writeTaroModule(aliases: Aliases, root: string): string | undefined {
  const entries = Array.isArray(aliases) ? aliases : Object.entries(aliases ?? {}).map(([find, replacement]) => ({ find, replacement }))
  const taro = entries.find(({ find }) => find === '@tarojs/taro')?.replacement
  if (taro === undefined) return undefined
  const project = projectOf(root)
  const target = createRequire(join(project, 'package.json')).resolve(taro)
  const folder = join(project, 'node_modules', '.wx-request-inspector')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'taro.js')
  writeFileSync(file, taroModule(target.replaceAll('\\', '/')))
  return file
}

/** Taro's root is the folder of the sources; what was installed is beside the package.json above it. */
function projectOf(root: string): string {
  let folder = resolve(root)
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

/** Declarations of functions only: in Taro's circle of modules the top level of this one may run late. */
function taroModule(target: string): string {
  const names = ['request', 'uploadFile', 'downloadFile', 'connectSocket']
  const from = JSON.stringify(target)
  return [
    `import Taro, { ${names.map((name) => `${name} as ${name}OfTaro`).join(', ')} } from ${from}`,
    `export * from ${from}`,
    'export { Taro as default }',
    'var calls',
    'function followed() {',
    '  if (calls) return calls',
    `  calls = { ENV_TYPE: Taro.ENV_TYPE, ${names.map((name) => `${name}: ${name}OfTaro`).join(', ')} }`,
    '  globalThis.wxInspector?.adapt(calls)',
    '  return calls',
    '}',
    ...names.map((name) => `export function ${name}(...args) { return followed().${name}(...args) }`),
    '',
  ].join('\n')
}
