import { readFileSync } from 'node:fs'
import { createServer, createServerModuleRunner, type ViteDevServer } from 'vite'
import type { ModuleRunner } from 'vite/module-runner'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type * as Lessons from '../src/playground/lessons/content/lessons.ts'
import type * as Reading from '../src/playground/lessons/run/read-recording.ts'
import type * as Running from '../src/playground/lessons/run/run-lesson.ts'

interface Plant {
  readonly lesson: string
  /** What would then be so. */
  readonly change: string
  /** Under `src/`. */
  readonly file: string
  /** Stands in the file exactly once. */
  readonly from: string
  readonly to: string
}

const plant = (lesson: string, change: string, file: string, from: string, to: string): Plant => ({ lesson, change, file, from, to })

const PLANTS: readonly Plant[] = [
  plant(
    'not-found',
    'an error status fails',
    'shim/request/request.ts',
    'if (decoded === undefined) return',
    'if (decoded === undefined || answer.statusCode >= 400) return',
  ),
  plant(
    'callback-order',
    'complete runs before success',
    'shim/call/live-call.ts',
    "deliver('success', result)\n      deliver('complete', result)",
    "deliver('complete', result)\n      deliver('success', result)",
  ),
  plant(
    'callback-order',
    'the listeners of the headers run after the end',
    'shim/request/request.ts',
    'const headersReceived = emitHeaders(frame, reply, listeners.headersReceived, () =>',
    'const headersReceived = emitHeaders(frame, reply, new Set<never>(), () =>',
  ),
  plant(
    'await',
    'a call gives a Promise',
    'shim/request/request.ts',
    'return createRequestTask(listeners,',
    'return Promise.resolve({ statusCode: 200 }) as never\n  createRequestTask(listeners,',
  ),
  plant(
    'timeout',
    'app.json goes before the call',
    'shim/options/timeout-of.ts',
    '[given, networkTimeout[api]]',
    '[networkTimeout[api], given]',
  ),
  plant('timeout', 'a call never times out', 'shim/call/enter-line.ts', 'deadlines.begin(timeout,', 'deadlines.begin(timeout * 100,'),
  plant(
    'redirect-manual',
    'a manual redirect is followed',
    'shim/call/get-answer.ts',
    "outgoing.redirect === 'manual' ? undefined : redirectTarget",
    'redirectTarget',
  ),
  plant(
    'bad-json',
    'what is no JSON is lost',
    'shim/options/decode.ts',
    "return { data: text, dataForm: 'text' }",
    "return { data: undefined, dataForm: 'text' }",
  ),
  plant(
    'response-type',
    'dataType goes before responseType',
    'shim/options/decode.ts',
    'if (as.arraybuffer)',
    'if (as.arraybuffer && !as.json)',
  ),
  plant('get-data', 'the data of a GET is not sent', 'shim/options/encode-data.ts', 'if (pairs.size === 0)', 'if (pairs.size >= 0)'),
  plant(
    'content-type',
    'a body is plain text unless the app says otherwise',
    'shim/options/request-header.ts',
    "{ usual: 'application/json' }",
    "{ usual: 'text/plain' }",
  ),
  plant(
    'form-body',
    'an object in a form becomes JSON',
    'shim/options/encode-data.ts',
    'encodePair(key, String(value))',
    'encodePair(key, queryText(value))',
  ),
  plant(
    'cookies',
    'a cookie comes back by itself',
    'shim/options/request-header.ts',
    "[...first, ...list, ['Referer',",
    "[...first, ...list, ['Cookie', 'sid=8f3a'], ['Referer',",
  ),
  plant('plain-http', 'any scheme will do', 'wechat/check-domain.ts', 'pass(scheme === schemeOf(list), scheme)', 'pass(true, scheme)'),
  plant(
    'subdomain',
    'an entry covers its subdomains',
    'wechat/check-domain.ts',
    'hostOfEntry(entry) === host',
    'host.endsWith(hostOfEntry(entry))',
  ),
  plant('port', 'an entry without a port allows all', 'wechat/check-domain.ts', "(list === 'socket' && listed === '')", "listed === ''"),
  plant(
    'redirect-outside',
    'only the first hop is checked',
    'shim/call/get-answer.ts',
    'if (refuses(frame, target, note)) return undefined',
    '',
  ),
  plant(
    'referer',
    'a Referer of the app goes out',
    'shim/options/request-header.ts',
    "if (name === 'referer') return { why: 'referer' }",
    '',
  ),
  plant('queue', 'there are eleven slots', 'shim/create-wx.ts', 'options.slots ?? 10', 'options.slots ?? 11'),
  plant('queue', 'whoever came last goes first', 'shim/context/slot-queue.ts', 'const [next] = line\n', 'const next = [...line].at(-1)\n'),
  plant('abort', 'abort does nothing', 'shim/request/request.ts', "() => call.stop({ kind: 'aborted', by: 'app' })", '() => {}'),
  plant(
    'abort',
    'a call that is stopped has no complete',
    'shim/call/live-call.ts',
    "deliver('fail', result)\n      deliver('complete', result)",
    "deliver('fail', result)",
  ),
  plant('abort-twice', 'a call may end twice', 'shim/call/live-call.ts', 'if (over || committed) return', 'if (committed) return'),
  plant(
    'chunks',
    'a piece repeats those before it',
    'shim/call/receive-body.ts',
    'joinChunks([piece]).buffer',
    'joinChunks(pieces).buffer',
  ),
  plant('upload-progress', 'the last byte is not told of', 'shim/transfer/transfer-progress.ts', 'emit(total, total, true)', 'void total'),
  plant(
    'no-answer',
    'the text of a failure does not name its cause',
    'wechat/fail-text.ts',
    "if (platform === 'devtools') return { text: '', errno: 600001 }",
    "if (platform !== 'ios') return { text: '', errno: 600001 }",
  ),
  plant(
    'profile',
    'every call opens a connection',
    'transport/simulated/connection-model.ts',
    'pool.shared.end <= at',
    'pool.shared.end < 0',
  ),
  plant('sixth-socket', 'six sockets may be open', 'shim/socket/socket-family.ts', 'MOST_SOCKETS = 5', 'MOST_SOCKETS = 6'),
  plant('background', 'a call outlives eight seconds in the background', 'shim/create-wx.ts', 'HIDDEN_FOR = 5000', 'HIDDEN_FOR = 8000'),
]

let server: ViteDevServer
let runner: ModuleRunner
let planted: Plant | undefined

beforeAll(async () => {
  server = await createServer({
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    define: { WX_INSPECTOR_VERSION: '"0.0.0"' },
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    plugins: [
      {
        name: 'plant',
        enforce: 'pre',
        transform: (code, id) =>
          planted && id.endsWith(`/src/${planted.file}`) ? code.replace(planted.from, () => planted?.to ?? '') : undefined,
      },
    ],
  })
  runner = createServerModuleRunner(server.environments.ssr, { hmr: false })
})
afterAll(() => server.close())

/** Which claims of a lesson hold on the sources as they are, or with a change in them. */
async function claimsOf(lesson: string, change?: Plant) {
  planted = change
  const load = <Module>(path: string) => runner.import<Module>(`/src/playground/lessons/${path}`)
  const { LESSONS } = await load<typeof Lessons>('content/lessons.ts')
  const { holds } = await load<typeof Reading>('run/read-recording.ts')
  const { runLesson } = await load<typeof Running>('run/run-lesson.ts')
  const found = LESSONS.find(({ id }) => id === lesson)
  if (!found) throw new Error(`There is no lesson ${lesson}.`)
  const recording = await runLesson(found)
  return found.claims.map((claim) => holds(recording, claim))
}

/** Makes the server read this file anew, and run all others anew. */
function forget(file: string) {
  const { moduleGraph } = server.environments.ssr
  const modules = [...(moduleGraph.getModulesByFile(`${server.config.root}/src/${file}`) ?? [])]
  expect(modules, `${file} is part of a run`).toHaveLength(1)
  for (const module of modules) moduleGraph.invalidateModule(module)
  runner.clearCache()
}

it.each(PLANTS.map((each) => [each.lesson, each.change, each] as const))(
  'the lesson %s fails when in the shim %s',
  async (lesson, _, change) => {
    expect(readFileSync(`${server.config.root}/src/${change.file}`, 'utf8').split(change.from)).toHaveLength(2)
    expect(await claimsOf(lesson)).not.toContain(false)
    planted = change
    forget(change.file)
    try {
      expect(await claimsOf(lesson, change)).toContain(false)
    } finally {
      planted = undefined
      forget(change.file)
    }
  },
)

it('every lesson would notice a change of what it teaches', async () => {
  const { LESSONS } = await runner.import<typeof Lessons>('/src/playground/lessons/content/lessons.ts')
  expect(LESSONS.map(({ id }) => id).filter((id) => !PLANTS.some(({ lesson }) => lesson === id))).toEqual([])
})
