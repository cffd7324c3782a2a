/** What an app finds in its framework; `hostApi` of a page. */
interface HostApi {
  request: ApiFunction
  uploadFile: ApiFunction
  downloadFile: ApiFunction
  connectSocket: ApiFunction
  addInterceptor?: (...args: unknown[]) => void
  removeInterceptor?: (...args: unknown[]) => void
  cleanInterceptors?: () => void
}

type ApiFunction = (options?: object) => unknown

/** One call and what came of it. */
export interface Observed {
  readonly name: string
  readonly seen: readonly unknown[]
}

/**
 * Sixty calls of the four APIs of uni-app or Taro, one after the other, and all that an app can see of each: what the function returned, which
 * callbacks ran in which order and with what, what the promise gave, the task's own methods. Runs in the page and uses nothing outside itself.
 */
export async function makeSixtyCalls({ framework, origin }: { framework: 'uni' | 'Taro'; origin: string }): Promise<Observed[]> {
  const { hostApi } = globalThis as unknown as { hostApi: HostApi }
  const observed: Observed[] = []
  const ws = origin.replace('http', 'ws')
  const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const isUni = framework === 'uni'

  /** A value as plain data, so that two runs can be compared. */
  function plain(value: unknown, depth = 0): unknown {
    if (value instanceof ArrayBuffer) return { bytes: [...new Uint8Array(value)] }
    if (value instanceof Uint8Array) return { bytes: [...value] }
    if (value instanceof Error) {
      const { errMsg, statusCode } = value as Error & { errMsg?: string; statusCode?: number }
      return { error: value.name, message: value.message, errMsg, statusCode }
    }
    if (value instanceof Event) return { event: value.type }
    if (typeof value === 'function') return 'function'
    if (typeof value === 'string')
      return value
        .replace(/^blob:.*/, 'blob:')
        .replace(/^date: .*$/gim, '')
        .replace(/:\d{4,5}(?=\/|")/g, ':PORT')
    if (typeof value !== 'object' || value === null || depth > 5) return value === undefined ? 'undefined' : value
    if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1))
    const entries = Object.entries(value).filter(([key]) => !/^(date|keep-alive|connection)$/i.test(key))
    return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner, depth + 1)]))
  }

  /** What was returned at once: its kind and the methods that an app may call. */
  function shapeOf(returned: unknown): unknown {
    if (typeof returned !== 'object' || returned === null) return String(returned)
    const methods = [
      'then',
      'abort',
      'onProgressUpdate',
      'offProgressUpdate',
      'onHeadersReceived',
      'onChunkReceived',
      'send',
      'close',
      'onOpen',
      'headersReceive',
      'progress',
    ]
    const bag = returned as Record<string, unknown>
    return { promise: returned instanceof Promise, methods: methods.filter((name) => typeof bag[name] === 'function') }
  }

  async function call(
    name: string,
    api: 'request' | 'uploadFile' | 'downloadFile',
    options: Record<string, unknown>,
    { callbacks = [], during }: { callbacks?: string[]; during?: (returned: never, seen: unknown[]) => void | Promise<void> } = {},
  ): Promise<void> {
    const seen: unknown[] = []
    let finish = () => {}
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    const given: Record<string, unknown> = { ...options }
    const ending = callbacks.includes('complete') ? ['complete'] : ['success', 'fail']
    for (const callback of callbacks) {
      given[callback] = (result: unknown) => {
        seen.push([callback, plain(result)])
        if (ending.includes(callback)) finish()
      }
    }
    try {
      const returned = hostApi[api](given)
      seen.push(['returned', shapeOf(returned)])
      if (returned instanceof Promise) {
        returned.then(
          (result) => {
            seen.push(['resolved', plain(result)])
            finish()
          },
          (thrown) => {
            seen.push(['rejected', plain(thrown)])
            finish()
          },
        )
      }
      await during?.(returned as never, seen)
      const came = await Promise.race([finished.then(() => true), sleep(2500).then(() => false)])
      if (!came) seen.push('nothing came')
    } catch (thrown) {
      seen.push(['thrown', plain(thrown)])
    }
    // What comes after the end, and must not.
    await sleep(30)
    observed.push({ name, seen })
  }

  async function socket(
    name: string,
    options: Record<string, unknown>,
    talk: (task: never, seen: unknown[], wait: (type: string) => Promise<void>) => Promise<void>,
  ): Promise<void> {
    const seen: unknown[] = []
    const waiting: { type: string; go: () => void }[] = []
    const hear = (type: string) => (result: unknown) => {
      const { data, code, reason } = Object(result) as { data?: unknown; code?: number; reason?: string }
      seen.push([type, plain(result instanceof Event ? { data, code, reason } : result)])
      for (const one of waiting.splice(0)) one.type === type ? one.go() : waiting.push(one)
    }
    const wait = async (type: string) => {
      const came = new Promise<boolean>((resolve) => waiting.push({ type, go: () => resolve(true) }))
      if (!(await Promise.race([came, sleep(2500).then(() => false)]))) seen.push(`no ${type}`)
    }
    try {
      const returned = hostApi.connectSocket({ ...options, ...(isUni && { complete: hear('complete') }) })
      seen.push(['returned', shapeOf(returned)])
      const task = (await returned) as Record<string, (listener: unknown) => void>
      task['onOpen']?.(hear('open'))
      task['onMessage']?.(hear('message'))
      task['onError']?.(hear('error'))
      task['onClose']?.(hear('close'))
      await talk(task as never, seen, wait)
    } catch (thrown) {
      seen.push(['thrown', plain(thrown)])
    }
    await sleep(30)
    observed.push({ name, seen })
  }

  const all = ['success', 'fail', 'complete']
  const file = new File(['green leaves'], 'tea.txt', { type: 'text/plain' })
  const blobUrl = URL.createObjectURL(file)
  const abortSoon = (task: { abort: () => void }) => {
    setTimeout(() => task.abort(), 400)
  }

  // 1 to 32: requests.
  await call('a list', 'request', { url: `${origin}/goods` })
  await call('a list, with callbacks', 'request', { url: `${origin}/goods` }, { callbacks: all })
  await call('only success', 'request', { url: `${origin}/goods` }, { callbacks: ['success'] })
  await call('only complete', 'request', { url: `${origin}/goods` }, { callbacks: ['complete'] })
  await call('a query', 'request', { url: `${origin}/echo`, data: { q: '龙 井', page: 2 } })
  await call('a query behind a query', 'request', { url: `${origin}/echo?a=1`, data: { b: 2 } })
  await call('a body of JSON', 'request', { url: `${origin}/echo`, method: 'POST', data: { name: '普洱' } })
  await call('a form', 'request', {
    url: `${origin}/echo`,
    method: 'POST',
    header: { 'content-type': 'application/x-www-form-urlencoded' },
    data: { a: '1 2', b: 3 },
  })
  await call('a text', 'request', { url: `${origin}/echo`, method: 'POST', header: { 'content-type': 'text/plain' }, data: 'plain text' })
  await call('bytes', 'request', {
    url: `${origin}/echo`,
    method: 'POST',
    header: { 'content-type': 'application/octet-stream' },
    data: new Uint8Array([65, 66, 67]).buffer,
  })
  await call('a header of its own', 'request', { url: `${origin}/echo`, header: { 'X-Token': 'secret' } })
  for (const method of ['PUT', 'DELETE', 'HEAD'])
    await call(method, 'request', { url: `${origin}/echo`, method, ...(method === 'PUT' && { data: { a: 1 } }) }, { callbacks: all })
  await call('a method in lower case', 'request', { url: `${origin}/echo`, method: 'post', data: { a: 1 } })
  await call('404', 'request', { url: `${origin}/status?code=404` })
  await call('404, with callbacks', 'request', { url: `${origin}/status?code=404` }, { callbacks: all })
  await call('500', 'request', { url: `${origin}/status?code=500` }, { callbacks: all })
  await call('204', 'request', { url: `${origin}/empty` }, { callbacks: all })
  await call('bad JSON', 'request', { url: `${origin}/bad-json` })
  await call('text', 'request', { url: `${origin}/text`, dataType: 'text' })
  await call('text where JSON was asked for', 'request', { url: `${origin}/text` }, { callbacks: all })
  await call('bytes back', 'request', { url: `${origin}/bytes`, responseType: 'arraybuffer' })
  await call('a redirect', 'request', { url: `${origin}/moved` })
  await call('a relative url', 'request', { url: '/relative-goods' })
  await call('a timeout', 'request', { url: `${origin}/slow`, timeout: 120 })
  await call('a timeout, with callbacks', 'request', { url: `${origin}/slow`, timeout: 120 }, { callbacks: all })
  await call('an abort', 'request', { url: `${origin}/slow` }, { callbacks: all, during: abortSoon })
  await call(
    'an abort at once',
    'request',
    { url: `${origin}/slow` },
    { callbacks: all, during: (task: { abort: () => void }) => task.abort() },
  )
  await call('a connection that breaks', 'request', { url: `${origin}/drop` })
  await call('a connection that breaks, with callbacks', 'request', { url: `${origin}/drop` }, { callbacks: all })
  await call('nobody there', 'request', { url: 'http://127.0.0.1:39997/' }, { callbacks: all })
  await call('with cookies', 'request', { url: '/relative-goods', withCredentials: true, credentials: 'include' }, { callbacks: all })
  await call('no url', 'request', {}, { callbacks: all })
  await call('in pieces', 'request', { url: `${origin}/goods`, enableChunked: true }, { callbacks: all })

  // 36 to 41: interceptors.
  const order: string[] = []
  if (isUni) {
    const first = {
      invoke(args: Record<string, unknown>) {
        order.push('first')
        args['url'] = origin + String(args['url'])
      },
      success: () => void order.push('first success'),
      fail: () => void order.push('first fail'),
      complete: () => void order.push('first complete'),
    }
    const second = {
      invoke(args: Record<string, unknown>) {
        order.push('second')
        args['header'] = { ...Object(args['header']), 'X-Token': 'from an interceptor' }
      },
    }
    hostApi.addInterceptor?.('request', first)
    hostApi.addInterceptor?.('request', second)
    await call('through two interceptors', 'request', { url: '/echo' })
    await call('through two interceptors, with callbacks', 'request', { url: '/echo' }, { callbacks: all })
    await call('through two interceptors, failing', 'request', { url: '/drop' }, { callbacks: all })
    hostApi.removeInterceptor?.('request', first)
    hostApi.removeInterceptor?.('request', second)
    const late = {
      invoke: async (args: Record<string, unknown>) => {
        await sleep(20)
        args['url'] = origin + String(args['url'])
        return args
      },
    }
    hostApi.addInterceptor?.('request', late)
    await call('through one that takes its time', 'request', { url: '/echo' })
    hostApi.removeInterceptor?.('request', late)
    const returning = {
      returnValue: (value: Promise<unknown>) =>
        value instanceof Promise
          ? value.then(
              (result) => [null, result],
              (error) => [error, null],
            )
          : value,
    }
    hostApi.addInterceptor?.(returning)
    await call('where promises give pairs', 'request', { url: `${origin}/goods` })
    hostApi.removeInterceptor?.(returning)
    const stopping = { invoke: () => false }
    hostApi.addInterceptor?.('uploadFile', stopping)
    await call('stopped by one', 'uploadFile', { url: `${origin}/upload`, filePath: blobUrl, name: 'file' }, { callbacks: all })
    hostApi.removeInterceptor?.('uploadFile', stopping)
  } else {
    type Chain = { requestParams: Record<string, unknown>; proceed: (params: Record<string, unknown>) => Promise<unknown> }
    hostApi.addInterceptor?.((chain: Chain) => {
      order.push('first')
      const { requestParams } = chain
      return chain.proceed({ ...requestParams, url: origin + String(requestParams['url']) }).then((result) => {
        order.push('first after')
        return result
      })
    })
    hostApi.addInterceptor?.((chain: Chain) => {
      order.push('second')
      const { requestParams } = chain
      return chain.proceed({ ...requestParams, header: { ...Object(requestParams['header']), 'X-Token': 'from an interceptor' } })
    })
    await call('through two interceptors', 'request', { url: '/echo' })
    await call('through two interceptors, with callbacks', 'request', { url: '/echo' }, { callbacks: all })
    await call('through two interceptors, failing', 'request', { url: '/drop' }, { callbacks: all })
    hostApi.cleanInterceptors?.()
    hostApi.addInterceptor?.(async (chain: Chain) => {
      await sleep(20)
      return chain.proceed({ ...chain.requestParams, url: origin + String(chain.requestParams['url']) })
    })
    await call('through one that takes its time', 'request', { url: '/echo' })
    hostApi.cleanInterceptors?.()
    hostApi.addInterceptor?.(() => Promise.resolve({ statusCode: 299, data: 'made up', header: {} }))
    await call('answered by one', 'request', { url: '/echo' })
    hostApi.cleanInterceptors?.()
    await call('after all are gone', 'request', { url: `${origin}/echo` })
  }
  observed.push({ name: 'the order of interceptors', seen: [...order] })

  // 42 to 52: files.
  const upload = { url: `${origin}/upload`, filePath: blobUrl, name: 'leaf' }
  await call('an upload', 'uploadFile', upload)
  await call(
    'an upload, with callbacks',
    'uploadFile',
    { ...upload, formData: { kind: 'green', weight: 50 }, header: { 'X-Token': 'x' } },
    { callbacks: all },
  )
  if (isUni) await call('an upload of a File', 'uploadFile', { url: `${origin}/upload`, file, name: 'leaf' })
  else await call('an upload with a name', 'uploadFile', { ...upload, fileName: 'named.txt' })
  if (isUni)
    await call('two files', 'uploadFile', {
      url: `${origin}/upload`,
      files: [
        { name: 'a', file },
        { name: 'b', uri: blobUrl },
      ],
    })
  else await call('an upload without cookies', 'uploadFile', { ...upload, withCredentials: false })
  await call('an upload that is refused', 'uploadFile', { ...upload, url: `${origin}/status?code=413` }, { callbacks: all })
  await call('an upload that is aborted', 'uploadFile', { ...upload, url: `${origin}/slow` }, { callbacks: all, during: abortSoon })
  await call('a download', 'downloadFile', { url: `${origin}/file` })
  await call('a download, with callbacks', 'downloadFile', { url: `${origin}/file`, header: { 'X-Token': 'x' } }, { callbacks: all })
  await call('a download of what is not there', 'downloadFile', { url: `${origin}/none` }, { callbacks: all })
  await call('a download that takes too long', 'downloadFile', { url: `${origin}/slow`, timeout: 120 }, { callbacks: all })
  await call('a download that is aborted', 'downloadFile', { url: `${origin}/slow` }, { callbacks: all, during: abortSoon })
  await call('a download from nobody', 'downloadFile', { url: 'http://127.0.0.1:39997/file' }, { callbacks: all })

  // 54 to 60: sockets.
  type Task = {
    send: (options: object) => unknown
    close: (options?: object) => unknown
    readyState: number
    onMessage: (listener: (event: { data: unknown }) => void) => void
  }
  const said = (seen: unknown[], what: string) => ({
    success: () => void seen.push(`${what} ok`),
    fail: (result: unknown) => void seen.push([`${what} failed`, plain(result)]),
  })
  await socket('an echo', { url: `${ws}/echo` }, async (task: Task, seen, wait) => {
    await wait('open')
    seen.push(task.readyState)
    task.send({ data: 'hello', ...said(seen, 'send') })
    await wait('message')
    task.close({ code: 1000, reason: 'done', ...said(seen, 'close') })
    await wait('close')
    seen.push(task.readyState)
  })
  await socket('an echo of bytes', { url: `${ws}/echo` }, async (task: Task, seen, wait) => {
    await wait('open')
    task.send({ data: new Uint8Array([1, 2, 255]).buffer, ...said(seen, 'send') })
    await wait('message')
    task.close()
    await wait('close')
  })
  await socket('a sub-protocol', { url: `${ws}/echo`, protocols: ['chat', 'other'] }, async (task: Task, _seen, wait) => {
    await wait('open')
    task.close()
    await wait('close')
  })
  await socket('a handshake that is refused', { url: `${ws}/refuse` }, async (_task: Task, _seen, wait) => wait('close'))
  await socket('nobody there', { url: 'ws://127.0.0.1:39997/' }, async (_task: Task, _seen, wait) => wait('close'))
  await socket('a server that closes', { url: `${ws}/bye` }, async (_task: Task, _seen, wait) => wait('close'))
  await socket('a message too early', { url: `${ws}/echo` }, async (task: Task, seen, wait) => {
    try {
      await task.send({ data: 'early', ...said(seen, 'send') })
    } catch (thrown) {
      seen.push(['thrown', plain(thrown)])
    }
    await wait('open')
    task.close()
    await wait('close')
  })
  await socket('no address', { url: 'not an address' }, async (_task: Task, _seen, wait) => wait('close'))
  return observed
}
