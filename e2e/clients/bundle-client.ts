import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'

/** A client from npm, unchanged, as one script for a page. */
export async function bundleClient(name: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL(`./${name}.js`, import.meta.url)), formats: ['iife'], name: 'client', fileName: name },
    },
  })
  const [bundle] = Array.isArray(output) ? output : [output as Rolldown.RolldownOutput]
  const chunk = bundle?.output[0]
  if (chunk?.type !== 'chunk') throw new Error(`${name} gave no script`)
  return chunk.code
}
