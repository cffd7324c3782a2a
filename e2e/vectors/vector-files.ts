import { type FilePlace, placeOf } from '../../src/files/file-path.ts'
import type { KeptFiles } from '../../src/files/kept-files.ts'
import type { GivenFiles } from './read-env.ts'
import { stepOptions } from './step-options.ts'
import { bytesOfHex, type Vector } from './vector.ts'

/** The files that are there before a vector begins: those that its env names, else the temp files that it uploads; `wxfile://gone.png` is none. */
export function filesOf(vector: Vector, given: GivenFiles | undefined, appid: string): KeptFiles {
  const options = [vector.options, ...(vector.steps ?? []).map(stepOptions)] as { filePath?: unknown }[]
  const uploaded = options.flatMap(({ filePath }) => (typeof filePath === 'string' ? [filePath] : []))
  const contents = given ?? Object.fromEntries(uploaded.filter((path) => safePlace(path)?.area === 'temp').map((path) => [path, path]))
  const kept = Object.entries(contents).flatMap(([path, content]) => {
    const key = safePlace(path)?.key
    const bytes = typeof content === 'string' ? content : bytesOfHex(content.$hex ?? content.$arraybuffer ?? '')
    return key === undefined ? [] : [{ appid, key, entry: { kind: 'file' as const, blob: new Blob([bytes]), modifiedAt: 0 } }]
  })
  return { load: async () => kept, write: async () => {}, close: () => {} }
}

/** Nothing is at a path that leads out of its directory. */
function safePlace(path: string): FilePlace | undefined {
  try {
    return placeOf(path)
  } catch {
    return undefined
  }
}
