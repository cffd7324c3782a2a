import { readJsonPath } from '../../contract/json-path.ts'
import type { Condition, Delay, MockAnswer, MockRule } from '../../contract/mock/mock-rule.ts'
import { regexOf } from '../../contract/regex/written-regex.ts'
import { toJson } from '../../contract/to-json.ts'
import { type DrawingSources, HELPERS, type Helper } from './handler-helpers.ts'

type ResponseAnswer = Extract<MockAnswer, { kind: 'response' }>

/** Those that have a function of their own. */
const METHOD = /^(GET|HEAD|POST|PUT|DELETE|PATCH|OPTIONS)$/

/**
 * Rules as the source of a TypeScript module for MSW 2 or newer, `export const handlers`. Rules that are switched off are left out; what MSW's
 * handlers have no words for stands in a comment where the rule would be.
 * @param sources what draws and makes data; rules that leave nothing to a draw need none
 */
export function toHandlers(rules: readonly MockRule[], sources?: DrawingSources): string {
  const used = new Set<Helper>()
  const imports = new Set(['http'])
  const blocks = rules.filter(({ enabled }) => enabled).map((rule) => handlerOf(rule, { used, imports }))
  const states = blocks.flatMap(({ state }) => state ?? [])
  const helpers = new Set([...used].flatMap((name) => HELPERS[name]))
  return [
    `import { ${[...imports].sort((a, b) => a.localeCompare(b, 'en')).join(', ')} } from 'msw'`,
    '',
    ...(states.length > 0 ? [...states, ''] : []),
    'export const handlers = [',
    ...blocks.flatMap(({ lines }) => lines.map((line) => (line === '' ? '' : `  ${line}`))),
    ']',
    ...[...helpers].flatMap((helper) => ['', sources?.[helper] ?? helper]),
    '',
  ].join('\n')
}

interface Needs {
  readonly used: Set<Helper>
  readonly imports: Set<string>
}

/** What the answers of one rule need: by what it draws, and what counts its hits. */
interface RuleNeeds extends Needs {
  readonly drawing: { readonly id: string; readonly counter: string }
}

interface Block {
  readonly lines: readonly string[]
  /** A counter of hits, outside of the handler. */
  readonly state?: string
}

function handlerOf(rule: MockRule, needs: Needs): Block {
  const { id, name, when, respond, limit } = rule
  const title = `// ${oneLine(name || id)}`
  const list = 'mode' in respond ? respond.answers : [respond]
  const answers: readonly MockAnswer[] = 'picked' in respond ? respond.answers.filter((answer) => answer.name === respond.picked) : list
  if (when.api === 'connectSocket' || answers.some(({ kind }) => kind === 'socket')) {
    return { lines: [title, "// Left out: a mocked socket. MSW's own are written with ws.link()."] }
  }
  const conditions = [...(when.all ?? []), ...(when.any ?? [])]
  const draws = answers.some(hasBody('mockjs'))
  const counts =
    limit !== undefined || answers.length > 1 || draws || answers.some(variesInDelay) || conditions.some(({ on }) => on === 'call')
  const counter = `hits${counterName(id)}`
  const methods = when.method === undefined ? [] : [when.method].flat().map((method) => method.toUpperCase())
  const single = methods.length === 1 && METHOD.test(methods[0] as string) ? (methods[0] as string).toLowerCase() : 'all'
  const ruleNeeds: RuleNeeds = { ...needs, drawing: { id, counter } }
  const body: string[] = []
  if (single === 'all' && methods.length > 0) body.push(`if (!${toJson(methods)}.includes(request.method)) return`)
  if (limit !== undefined) body.push(`if (${counter}.taken >= ${limit}) return`)
  const templates = draws || answers.some(hasBody('template'))
  if (conditions.some(({ on }) => on === 'query')) body.push('const query = new URL(request.url).searchParams')
  if (conditions.some(({ on }) => on === 'body')) {
    needs.used.add('bodyOf')
    body.push('const body = await bodyOf(request)')
  }
  const test = (filter: (condition: Condition) => boolean) => {
    const codes = (list: readonly Condition[]) =>
      list.map((condition) => (filter(condition) ? conditionCode(condition, counter, needs) : 'true'))
    const any = codes(when.any ?? [])
    return [...codes(when.all ?? []), ...(when.any && !any.includes('true') ? [`(${any.join(' || ') || 'false'})`] : [])].filter(
      (code) => code !== 'true',
    )
  }
  const early = test(({ on }) => on !== 'call')
  if (early.length > 0) body.push(`if (!(${early.join(' && ')})) return`)
  if (counts) body.push(`${counter}.call += 1`)
  if (conditions.some(({ on }) => on === 'call')) {
    const late = test(() => true)
    if (late.length > 0) body.push(`if (!(${late.join(' && ')})) return`)
  }
  if (counts) body.push(`${counter}.taken += 1`)
  if (templates) needs.used.add('fill')
  if (draws) needs.used.add('mockjs')
  if (answers.length === 1) body.push(...answerCode(answers[0] as MockAnswer, ruleNeeds))
  else {
    const mode = 'mode' in respond ? respond.mode : 'sequence'
    if (mode === 'random') needs.used.add('draw')
    const seed = ('seed' in respond ? respond.seed : undefined) ?? id
    const index =
      mode === 'cycle'
        ? `(${counter}.taken - 1) % ${answers.length}`
        : mode === 'random'
          ? `Math.floor(drawNumber(${code(seed)}, ${counter}.taken) * ${answers.length})`
          : `Math.min(${counter}.taken, ${answers.length}) - 1`
    body.push(`switch (${index}) {`)
    for (const [nth, answer] of answers.entries()) {
      body.push(`  case ${nth}: {`, ...answerCode(answer, ruleNeeds).map((line) => `    ${line}`), '  }')
    }
    body.push('}')
  }
  const text = body.join('\n')
  const names = ['request', 'params', 'cookies'].filter((name) => new RegExp(`\\b${name}\\b`).test(text))
  const given = names.length > 0 ? `{ ${names.join(', ')} }` : ''
  return {
    lines: [title, `http.${single}(${urlCode(when.url)}, async (${given}) => {`, ...body.map((line) => `  ${line}`), '}),'],
    ...(counts && { state: `const ${counter} = { call: 0, taken: 0 }` }),
  }
}

const hasBody =
  (form: 'template' | 'mockjs') =>
  (answer: MockAnswer): boolean =>
    answer.kind === 'response' && answer.body !== undefined && form in answer.body

const variesInDelay = (answer: MockAnswer): boolean => 'delay' in answer && typeof answer.delay === 'object'

const oneLine = (text: string) => text.replace(/\s+/g, ' ').replaceAll('*/', '* /').slice(0, 120)

/** An id as the end of a name; ids that differ only in other characters get their characters' numbers. */
function counterName(id: string): string {
  return `_${id.replace(/[^A-Za-z\d]/gu, (character) => `_${character.codePointAt(0)?.toString(36)}_`)}`
}

/** A value as source text: JSON is JavaScript, but for two line ends that older engines take for such, and for what could end a script. */
function code(value: unknown): string {
  return toJson(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029').replaceAll('</', '<\\/')
}

function urlCode(url: string): string {
  const regex = regexOf(url)
  if (!regex) return code(url)
  return `new RegExp(${code(regex.source)}, ${code(regex.flags)})`
}

function conditionCode({ on, name = '', operator, value, not }: Condition, counter: string, { used }: Needs): string {
  used.add('holds')
  const saw = {
    query: () => `query.getAll(${code(name)})`,
    header: () => `[request.headers.get(${code(name)})]`,
    cookie: () => `[cookies[${code(name)}]]`,
    body: () => {
      used.add('at')
      return `[at(body, ${code(readJsonPath(name) ?? [])})]`
    },
    call: () => `[${counter}.call]`,
  }[on]()
  return `${not ? '!' : ''}holds(${saw}, ${code(operator)}${operator === 'exists' ? '' : `, ${code(value)}`})`
}

function delayCode(delay: Delay | undefined, { imports, used, drawing }: RuleNeeds): string[] {
  if (delay === undefined || delay === 0) return []
  imports.add('delay')
  if (typeof delay === 'number') return [`await delay(${delay})`]
  used.add('delay')
  return [`await delay(drawDelay(${code(delay)}, ${code(drawing.id)}, ${drawing.counter}.taken))`]
}

function answerCode(answer: MockAnswer, needs: RuleNeeds): readonly string[] {
  const { imports } = needs
  switch (answer.kind) {
    case 'hang':
      imports.add('delay').add('HttpResponse')
      return ["await delay('infinite')", 'return HttpResponse.error()']
    case 'passthrough':
      imports.add('passthrough')
      return ['return passthrough()']
    case 'fail':
      imports.add('HttpResponse')
      return [...delayCode(answer.delay, needs), `// ${answer.error}`, 'return HttpResponse.error()']
    case 'redirect':
      imports.add('HttpResponse')
      return [`return new HttpResponse(null, { status: ${answer.status ?? 302}, headers: { Location: ${code(answer.to)} } })`]
    case 'response':
      imports.add('HttpResponse')
      return [...delayCode(answer.delay, needs), ...responseCode(answer, needs)]
    default:
      return []
  }
}

const BODYLESS = new Set([204, 205, 304])

function responseCode(
  { status = 200, headers = {}, cookies = [], body, chunks, throttle }: ResponseAnswer,
  needs: RuleNeeds,
): readonly string[] {
  const lines = Object.entries(headers).flatMap(([name, value]) => [value].flat().map((line): [string, string] => [name, line]))
  const type = typeOf(body)
  if (type && !lines.some(([name]) => name.toLowerCase() === 'content-type')) lines.unshift(['Content-Type', type])
  for (const cookie of cookies) lines.push(['Set-Cookie', cookie])
  const init = [...(status === 200 ? [] : [`status: ${status}`]), ...(lines.length > 0 ? [`headers: ${code(lines)}`] : [])]
  const end = init.length > 0 ? `, { ${init.join(', ')} })` : ')'
  if (BODYLESS.has(status)) return [`return new HttpResponse(null${end}`]
  if (chunks?.length || throttle) {
    needs.used.add('stream')
    const first = bodyCode(body, needs)
    const pieces = (chunks ?? []).map(({ after, text, base64 }) => (base64 === undefined ? { after, text: text ?? '' } : { after, base64 }))
    return [`return new HttpResponse(stream(${first}, ${code(pieces)}${throttle ? `, ${throttle.bytesPerSecond}` : ''})${end}`]
  }
  return [`return new HttpResponse(${bodyCode(body, needs)}${end}`]
}

function typeOf(body: ResponseAnswer['body']): string | undefined {
  if (!body) return undefined
  if ('json' in body || 'template' in body || 'mockjs' in body) return 'application/json; charset=utf-8'
  return 'text' in body ? 'text/plain; charset=utf-8' : 'application/octet-stream'
}

function bodyCode(body: ResponseAnswer['body'], { used, drawing }: RuleNeeds): string {
  if (!body) return 'null'
  if ('json' in body) return `JSON.stringify(${code(body.json)})`
  if ('text' in body) return code(body.text)
  if ('base64' in body) {
    used.add('bytes')
    return `bytes(${code(body.base64)})`
  }
  if ('mockjs' in body) {
    const seed = code(body.seed ?? drawing.id)
    return `JSON.stringify(await mockjs(${code(body.mockjs)}, { request, params, cookies }, ${seed}, ${drawing.counter}.taken))`
  }
  return `JSON.stringify(await fill(${code(body.template)}, { request, params, cookies }))`
}
