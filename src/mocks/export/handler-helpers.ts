/** Functions that an exported module brings along where its handlers need them, as source text. */
export type Helper = 'bodyOf' | 'holds' | 'at' | 'bytes' | 'stream' | 'fill' | 'draw' | 'delay' | 'mockjs'

/** Parts of our own code, as source text, by which an exported module draws what the rules draw: `draw`, `delay` and `mockjs`. */
export type DrawingSources = Readonly<Record<string, string>>

const AT = `/** Reads the place in a value that the steps lead to. */
function at(value: unknown, steps: readonly (string | number)[]): unknown {
  let here = value
  for (const step of steps) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined
    here = (here as Record<string, unknown>)[step]
  }
  return here
}`

const BODY_OF = `/** JSON as its value, a form as an object, anything else as text. */
async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.clone().text()
  if (request.headers.get('content-type')?.includes('x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text))
  try {
    return JSON.parse(text)
  } catch {
    return text === '' ? undefined : text
  }
}`

const HOLDS = `/** Whether one of the values fits. */
function holds(values: readonly unknown[], operator: string, wanted?: unknown): boolean {
  const text = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
  const same = (a: unknown, b: unknown): boolean => {
    if (a === b) return true
    if (typeof a === 'string') return (typeof b === 'number' || typeof b === 'boolean') && a === String(b)
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
    const keys = Object.keys(a)
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
    )
  }
  const regex = () => {
    const [, source = text(wanted), flags = ''] = /^\\/(.+)\\/([a-z]*)$/s.exec(text(wanted)) ?? []
    return new RegExp(source, flags)
  }
  return values
    .filter((value) => value !== undefined && value !== null)
    .some((value) => {
      switch (operator) {
        case 'equals':
          return same(value, wanted)
        case 'contains':
          return Array.isArray(value) ? value.some((item) => same(item, wanted)) : text(value).includes(text(wanted))
        case 'matches':
          return regex().test(text(value))
        case '<':
          return value !== '' && Number(value) < Number(wanted)
        case '>':
          return value !== '' && Number(value) > Number(wanted)
        default:
          return true
      }
    })
}`

const BYTES = `function bytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}`

const STREAM = `/** A body, then pieces, each so many ms after the one before; not faster than so many bytes a second. */
function stream(
  first: string | Uint8Array | null,
  pieces: readonly { readonly after: number; readonly text?: string; readonly base64?: string }[],
  bytesPerSecond = Number.POSITIVE_INFINITY,
): ReadableStream<Uint8Array> {
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  return new ReadableStream({
    async start(controller) {
      const all = [{ after: 0, data: first ?? '' }, ...pieces.map(({ after, text, base64 }) => ({ after, data: text ?? bytes(base64 ?? '') }))]
      for (const { after, data } of all) {
        await wait(after)
        const piece = typeof data === 'string' ? new TextEncoder().encode(data) : data
        if (piece.length === 0) continue
        await wait((piece.length / bytesPerSecond) * 1000)
        controller.enqueue(piece)
      }
      controller.close()
    },
  })
}`

const FILL = `/** Replaces {{ query.page | number | default 1 }} in the texts of a value; a text that is nothing else keeps the type of what it is. */
async function fill(
  template: unknown,
  call: { readonly request: Request; readonly params: Readonly<Record<string, unknown>>; readonly cookies: Readonly<Record<string, unknown>> },
): Promise<unknown> {
  const body = await bodyOf(call.request)
  const query = new URL(call.request.url).searchParams
  const read = (expression: string): unknown => {
    const [source = '', ...filters] = expression.split('|').map((part) => part.trim())
    const [, root = '', name = ''] = /^(\\w+)\\.?(.*)$/s.exec(source) ?? []
    const sources: Record<string, () => unknown> = {
      query: () => query.get(name) ?? undefined,
      params: () => call.params[name],
      header: () => call.request.headers.get(name) ?? undefined,
      cookie: () => call.cookies[name],
      body: () => at(body, name.split(/[.[\\]'"]+/).filter(Boolean)),
      now: () => new Date().toISOString(),
      timestamp: () => Date.now(),
    }
    let value = sources[root]?.()
    for (const filter of filters) {
      if (filter === 'number') value = value === undefined || value === '' || Number.isNaN(Number(value)) ? undefined : Number(value)
      else if (filter.startsWith('default')) value ??= filter.slice(7).trim().replace(/^(['"])(.*)\\1$/s, '$2')
    }
    return value
  }
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]))
    if (typeof value !== 'string') return value
    const whole = /^\\{\\{([^{}]*)\\}\\}$/.exec(value)
    if (whole) return read(whole[1] ?? '') ?? null
    return value.replace(/\\{\\{([^{}]*)\\}\\}/g, (_, expression: string) => {
      const found = read(expression)
      return typeof found === 'object' && found !== null ? JSON.stringify(found) : String(found ?? '')
    })
  }
  return walk(template)
}`

const MOCKJS = `/** Makes data of a template in the syntax of Mock.js, which is never run; the same seed and hit give the same data. */
async function mockjs(template: unknown, call: Parameters<typeof fill>[1], seed: string | number, hit: number): Promise<unknown> {
  const withKeys = async (value: unknown): Promise<unknown> => {
    if (Array.isArray(value)) return Promise.all(value.map(withKeys))
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).map(async ([key, inner]) => [String((await fill(key, call)) ?? ''), await withKeys(inner)] as const)
    return Object.fromEntries(await Promise.all(entries))
  }
  let count = 0
  const draw = () => {
    count += 1
    return drawNumber(seed, hit, count)
  }
  return fill(makeFromTemplate((await withKeys(template)) as Json, draw, Date.now()), call)
}`

/** Each with those that it needs itself; what stands here by its name alone is among the `DrawingSources`. */
export const HELPERS: Readonly<Record<Helper, readonly string[]>> = {
  bodyOf: [BODY_OF],
  holds: [HOLDS],
  at: [AT],
  bytes: [BYTES],
  stream: [STREAM, BYTES],
  fill: [FILL, BODY_OF, AT],
  draw: ['draw'],
  delay: ['draw', 'delay'],
  mockjs: [MOCKJS, FILL, BODY_OF, AT, 'draw', 'mockjs'],
}
