import { createHash } from 'node:crypto'
import { build } from 'vite'
import { licenseNotices } from './third-party-licenses.mjs'

/** @typedef {import('vite').Rolldown.OutputChunk} Chunk */

/** What the script tag names, and what lies beside it for those who ask for an editor. */
export const ONE_FILE = 'wx-request-inspector.iife.js'
export const FILE_BESIDE = 'wx-request-inspector.editor.js'

/** The chunks of the first pass. */
const MAIN = 'main'
const BESIDE = 'beside'
const MAIN_ID = '\0one-file:main'
const RUNTIME_ID = '\0one-file:runtime'
const CONNECT_ID = '\0one-file:connect'

/**
 * Makes of an entry one classic script, and of what only a few ask for a module beside it. A classic script cannot be split by the bundler:
 * its parts would import each other. So there are two passes. The first one splits as for modules. The second one makes a script of the
 * main part, and of the other part a function that is given what it would have imported.
 * @param {{ entry: string, later: readonly string[] }} parts `entry` and `later` are paths or names of modules; what only those of `later` need comes with them
 * @returns {import('vite').Plugin}
 */
export function oneFile({ entry, later }) {
  /** @type {Set<string>} */
  const inMain = new Set()
  return {
    name: 'one-file',
    applyToEnvironment: ({ name }) => name === 'iife',
    config: () => ({
      environments: {
        iife: {
          build: {
            minify: false,
            lib: { entry, formats: ['es'], fileName: () => ONE_FILE },
            rolldownOptions: {
              preserveEntrySignatures: 'allow-extension',
              output: {
                chunkFileNames: '[name].js',
                // What is imported later runs later, also where it lies in the same file.
                strictExecutionOrder: true,
                codeSplitting: {
                  includeDependenciesRecursively: false,
                  groups: [{ name: (id) => (inMain.has(id) ? MAIN : BESIDE), debugName: 'one-file' }],
                },
              },
            },
          },
        },
      },
    }),
    async buildEnd() {
      const besides = new Set()
      for (const id of later) besides.add((await this.resolve(id, entry))?.id)
      const open = [(await this.resolve(entry))?.id ?? entry]
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (inMain.has(id) || besides.has(id)) continue
        inMain.add(id)
        const module = this.getModuleInfo(id)
        if (module) open.push(...module.importedIds, ...module.dynamicallyImportedIds)
      }
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((part) => part.type === 'chunk')
        for (const { fileName } of chunks) delete bundle[fileName]
        const start = chunks.find(({ isEntry }) => isEntry)
        const beside = chunks.find(({ name }) => name === BESIDE)
        const runtime = chunks.find(({ name }) => name.includes('rolldown-runtime'))
        const main = chunks.find((chunk) => ![start, beside, runtime].includes(chunk))
        if (!start || !beside || !runtime || !main || chunks.length !== 4)
          throw new Error(
            `One file and one beside it come of four parts, and there are ${chunks.map(({ fileName }) => fileName).join(', ')}.`,
          )
        const whole = chunks.map(({ code }) => code).join('\n')
        const mark = createHash('sha256').update(whole).digest('hex').slice(0, 16)
        /** @param {string} code @param {readonly string[]} modules */
        const withNotices = (code, modules) => `${code}\n/*!\n${licenseNotices(modules).replaceAll('*/', '* /')}*/\n`
        const script = withNotices(await scriptOf({ start, main, runtime, beside }, mark), main.moduleIds)
        const module = withNotices(await moduleOf({ main, runtime, beside }, mark), beside.moduleIds)
        this.emitFile({ type: 'asset', fileName: ONE_FILE, source: script })
        this.emitFile({ type: 'asset', fileName: FILE_BESIDE, source: module })
      },
    },
  }
}

/**
 * The main part as a classic script. Where it would import the other part, it loads the file beside it and gives it what it needs.
 * @param {{ start: Chunk, main: Chunk, runtime: Chunk, beside: Chunk }} chunks
 * @param {string} mark of this build
 */
async function scriptOf({ start, main, runtime, beside }, mark) {
  const importBeside = `import("./${beside.fileName}")`
  if (!main.code.includes(importBeside)) throw new Error(`Nothing loads the file beside the script: ${importBeside} is not in it.`)
  const connect = `
    import * as main from ${JSON.stringify(`./${main.fileName}`)}
    import * as runtime from ${JSON.stringify(`./${runtime.fileName}`)}
    let connected
    const fileBeside = '${FILE_BESIDE}'
    export function loadBeside() {
      // A classic script resolves it against its own address. As a constant, the bundler would take it for a package.
      connected ??= import(/* @vite-ignore */ './' + fileBeside).then(({ connect }) => connect('${mark}', main, runtime)).catch((cause) => {
        connected = undefined
        throw new Error('${FILE_BESIDE} could not be loaded. It belongs into the folder of ${ONE_FILE}. ' + cause)
      })
      return connected
    }`
  return await bundle(start.code, {
    [`./${main.fileName}`]: {
      id: MAIN_ID,
      code: `import { loadBeside } from '${CONNECT_ID}'\n${main.code.replaceAll(importBeside, 'loadBeside()')}`,
    },
    [`./${runtime.fileName}`]: { id: RUNTIME_ID, code: runtime.code },
    [CONNECT_ID]: { id: CONNECT_ID, code: connect },
  })
}

/**
 * The other part as a module whose one function is given what it would have imported, so that two scripts on a page do not share it.
 * @param {{ main: Chunk, runtime: Chunk, beside: Chunk }} chunks
 * @param {string} mark of this build
 */
async function moduleOf({ main, runtime, beside }, mark) {
  const code = await bundle(beside.code, {}, { [main.fileName]: 'main', [runtime.fileName]: 'runtime' })
  return `export function connect(mark, main, runtime) {
if (mark !== '${mark}') throw new Error('it is of another build than the script')
${code}
return beside
}`
}

/**
 * @param {string} code of a module
 * @param {Readonly<Record<string, { id: string, code: string }>>} modules what it imports, by the names it uses
 * @param {Readonly<Record<string, string>>} [given] the name of what it is given instead, by file
 */
async function bundle(code, modules, given = {}) {
  const START = '\0one-file:start'
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'one-file-parts',
        enforce: 'pre',
        resolveId: (id) => (id.endsWith('one-file-start') ? START : modules[id]?.id),
        load: (id) => (id === START ? code : Object.values(modules).find((module) => module.id === id)?.code),
      },
    ],
    build: {
      write: false,
      copyPublicDir: false,
      minify: true,
      lib: { entry: 'one-file-start', name: 'beside', formats: ['iife'] },
      rolldownOptions: { external: (id) => id.replace(/^\.\//, '') in given, output: { globals: given } },
    },
  })
  const output = (Array.isArray(built) ? built : [built]).flatMap((each) => ('output' in each ? each.output : []))
  const [chunk] = output
  if (output.length !== 1 || chunk?.type !== 'chunk') throw new Error('One script was asked for.')
  return chunk.code
}
