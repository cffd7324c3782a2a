import type { HarImportOptions } from './import-har.ts'
import type { WxInspector } from './inspector/inspector-types.ts'

interface Restored {
  /** Settles when the tasks of earlier pages are in the log: they are before all else, and have their ids already. */
  readonly restored: Promise<void>
}

/** Reads HAR files into a log, one after the other: what has come of a file is not seen before its end, so two could take the same ids. */
export function createHarImports({ restored, ...options }: HarImportOptions & Restored): WxInspector['fromHar'] {
  let last: Promise<unknown> = restored
  const importFile = async (file: unknown) => (await import('./import-har.ts')).importHar(file, options)
  return (file) => {
    const imported = last.then(() => importFile(file))
    last = imported.catch(() => {})
    return imported
  }
}
