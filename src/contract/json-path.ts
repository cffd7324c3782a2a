const STEP = /\.?([^.[\]'"\s]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\]/y

/**
 * Reads a path to one place in JSON, a safe part of RFC 9535: `$.user.tags[0]`, `user['full name']`; `$` or nothing is the whole.
 * Names in quotes have the escapes of JSON, and `\'`. `undefined` for what is no such path.
 */
export function readJsonPath(path: string): readonly string[] | undefined {
  const steps: string[] = []
  let at = /^\$(?=$|[.[])/.test(path) ? 1 : 0
  while (at < path.length) {
    STEP.lastIndex = at
    const found = STEP.exec(path)
    if (!found || (at > 0 && /^[^.[]/.test(found[0]))) return undefined
    const [whole, name, index, quoted] = found
    const step = name ?? index ?? unquote(quoted as string)
    if (step === undefined) return undefined
    steps.push(step)
    at += whole.length
  }
  return steps
}

function unquote(quoted: string): string | undefined {
  const inner = quoted.slice(1, -1)
  const json = quoted.startsWith('"') ? inner : inner.replaceAll("\\'", "'").replace(/\\.|"/gs, (part) => (part === '"' ? '\\"' : part))
  try {
    return JSON.parse(`"${json}"`) as string
  } catch {
    return undefined
  }
}
