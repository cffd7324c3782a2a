import { readJsonPath } from '../../../contract/json-path.ts'

/** Reads the place in a value that a path leads to. Gives `undefined` where there is nothing; runs no code. */
export function compilePath(path: string): (value: unknown) => unknown {
  const steps = readJsonPath(path)
  return (value) => {
    if (!steps) return undefined
    let here = value
    for (const step of steps) {
      // Own keys only, so that `constructor` and `__proto__` are keys like any other.
      if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined
      here = (here as Record<string, unknown>)[step]
    }
    return here
  }
}
