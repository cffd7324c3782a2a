/** Reads a safe subset of JSONPath: `$.user.tags[0]`, `user['full name']`. Gives `undefined` where there is nothing; runs no code. */
export function compilePath(path: string): (value: unknown) => unknown {
  const steps = stepsOf(path)
  return (value) => {
    let here = value
    for (const step of steps) {
      // Own keys only, so that `constructor` and `__proto__` are keys like any other.
      if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined
      here = (here as Record<string, unknown>)[step]
    }
    return here
  }
}

function stepsOf(path: string): string[] {
  const steps: string[] = []
  for (const [, dotted, index, single, double] of path
    .replace(/^\$/, '')
    .matchAll(/\.?([^.[\]]+)|\[(\d+)\]|\['([^']*)'\]|\["([^"]*)"\]/g)) {
    steps.push(dotted ?? index ?? single ?? double ?? '')
  }
  return steps
}
