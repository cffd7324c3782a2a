import { describe, expect, it } from 'vitest'
import { bodySize, type Outgoing } from '../../contract/transport.ts'
import { API, eventOf, FILE, setUpShim, streamFaults, typesOf } from '../../testing/set-up-shim.ts'

/** The body as a server takes it apart. */
async function formOf(outgoing: Outgoing | undefined): Promise<FormData> {
  return new Response(outgoing?.body as Blob, { headers: outgoing?.header as [string, string][] }).formData()
}

describe('wx.uploadFile', () => {
  it('posts a form with the fields in their order and the file last (UP-1)', async () => {
    const { clock, transport, upload } = setUpShim()
    upload({ name: 'pic', formData: { user: 'test', n: 3, deep: { a: [1] }, yes: true, none: null, gone: undefined } })
    await clock.tick(0)
    const [outgoing] = transport.sent
    expect([outgoing?.method, outgoing?.url, outgoing?.api]).toEqual(['POST', API, 'uploadFile'])
    const form = [...(await formOf(outgoing)).entries()]
    expect(form.slice(0, -1)).toEqual([
      ['user', 'test'],
      ['n', '3'],
      ['deep', '{"a":[1]}'],
      ['yes', 'true'],
    ])
    const [name, file] = form.at(-1) as [string, File]
    expect([name, file.name, file.type, await file.text()]).toEqual(['pic', 'tmp_0.png', 'image/png', '9 字节!'])
  })

  it('records that its body was not read when the call came in, and all of it once the file was', async () => {
    const { clock, events, upload } = setUpShim()
    upload()
    expect(eventOf(events, 'created').sent?.body).toEqual({ kind: 'omitted', size: 0, why: 'not-read' })
    await clock.tick(0)
    expect(eventOf(events, 'packed').form.file.body).toEqual({ kind: 'text', text: '9 字节!', size: 9 })
  })

  it('keeps names in UTF-8, and quotes what would end them', async () => {
    const { clock, transport, upload } = setUpShim()
    upload({ name: '图"片"', formData: { '名\r\n称': '值\n二' } })
    await clock.tick(0)
    const text = await new Response(transport.sent[0]?.body as Blob).text()
    expect(text).toContain('name="名%0D%0A称"\r\n\r\n值\n二\r\n')
    expect(text).toContain('name="图%22片%22"; filename="tmp_0.png"\r\nContent-Type: image/png\r\n\r\n9 字节!\r\n--')
  })

  it('sends the Referer of the app, and drops the content-type and Referer of the caller (UP-6, HDR-5)', async () => {
    const { clock, events, transport, upload, written } = setUpShim()
    upload({ header: { 'Content-Type': 'image/png', referer: 'x', 'X-Token': 7 } })
    await clock.tick(0)
    expect(transport.sent[0]?.header).toEqual([
      ['content-type', expect.stringMatching(/^multipart\/form-data; boundary=----WxFormBoundary\w{24}$/)],
      ['X-Token', '7'],
      ['Referer', 'https://servicewechat.com/wx0000000000000000/0/page-frame.html'],
    ])
    expect(eventOf(events, 'created').sent?.dropped.map(({ name, why }) => [name, why])).toEqual([
      ['Content-Type', 'multipart'],
      ['referer', 'referer'],
    ])
    expect(written[0]).toContain('Content-Type is always multipart/form-data')
  })

  it('gives data as text, never parsed, with any status, and nothing else (UP-3)', async () => {
    const { clock, upload } = setUpShim({ script: { status: 413, body: '{"id":1}' }, settings: { platform: 'devtools' } })
    const received = upload()
    await clock.tick(0)
    expect(received.success).toEqual({ data: '{"id":1}', statusCode: 413, errMsg: 'uploadFile:ok' })
    expect([received.callbacks, received.complete === received.success, received.atOnce]).toEqual([['success', 'complete'], true, []])
  })

  it('gives data that is no UTF-8 as far as it can be read', async () => {
    const { clock, upload } = setUpShim({ script: { body: new Uint8Array([0x61, 0xff]) } })
    const received = upload()
    await clock.tick(0)
    expect(received.success?.data).toBe('a\ufffd')
  })

  it('has a profile from 3.5.0 on phones, in which high-performance mode is nothing (UP-7, PROF-6)', async () => {
    const profile = async (settings: object) => {
      const { clock, upload } = setUpShim({ settings })
      const received = upload({ useHighPerformanceMode: true })
      await clock.tick(0)
      return received.success?.profile
    }
    expect(await profile({ lib: '3.4.9' })).toBeUndefined()
    expect(await profile({ platform: 'pc' })).toBeUndefined()
    const { sendBytesCount, usingHighPerformanceMode, port } = (await profile({})) ?? {}
    expect([usingHighPerformanceMode, port]).toEqual([false, 0])
    expect(sendBytesCount).toBeGreaterThan(9)
  })

  it('hands over a task of five methods that work unbound', () => {
    const { upload } = setUpShim({ script: { hang: true } })
    expect(Object.keys(upload().task ?? {})).toEqual([
      'abort',
      'onProgressUpdate',
      'offProgressUpdate',
      'onHeadersReceived',
      'offHeadersReceived',
    ])
    const old = setUpShim({ settings: { lib: '2.0.9' }, script: { hang: true } })
    expect(Object.keys(old.upload().task ?? {})).toEqual(['abort', 'onProgressUpdate'])
  })
})

describe('an upload on the record', () => {
  it('says what was packed, how far it came, and what the listeners did', async () => {
    const { clock, events, upload } = setUpShim({ script: { body: 'ok' } })
    const { task } = upload({ formData: { user: 'test' } })
    task?.onProgressUpdate(() => {
      throw new Error('bug')
    })
    task?.onHeadersReceived(() => {})
    await clock.tick(0)
    expect(typesOf(events)).toEqual([
      ...['created', 'checked', 'started', 'packed', 'routed', 'progressed', 'headers-received', 'chunk-received', 'succeeded'],
      ...['delivered', 'delivered'],
    ])
    expect(streamFaults(events)).toEqual([])
    const { form, size } = eventOf(events, 'packed')
    expect(form).toEqual({
      fields: [['user', 'test']],
      file: { field: 'file', path: FILE, name: 'tmp_0.png', type: 'image/png', size: 9, body: { kind: 'text', text: '9 字节!', size: 9 } },
    })
    expect(eventOf(events, 'progressed')).toMatchObject({
      direction: 'sent',
      loaded: size,
      expected: size,
      listeners: [{ threw: 'Error: bug' }],
    })
    expect(eventOf(events, 'headers-received').listeners).toHaveLength(1)
  })

  it('keeps no more of the file than may be recorded', async () => {
    const { clock, events, upload } = setUpShim({ maxKeptBodyBytes: 3 })
    upload()
    await clock.tick(0)
    expect(eventOf(events, 'packed').form.file.body).toEqual({ kind: 'text', text: '9 ', size: 9, kept: 2 })
  })
})

describe('the progress of an upload', () => {
  const sends = (...steps: number[]) => ({ body: 'ok', sends: steps.map((loaded) => ({ after: 20, loaded })) })

  it('comes at most every 50 ms, never twice for one byte, and ends with 100 (UP-4)', async () => {
    const received: unknown[] = []
    const { clock, events, upload, transport } = setUpShim({ script: sends(10, 20, 20, 40, 60, 80, 1e9) })
    upload().task?.onProgressUpdate((result) => received.push(result))
    await clock.tick(1000)
    const total = bodySize(transport.sent[0]?.body)
    expect(received.map((result) => (result as { totalBytesSent: number }).totalBytesSent)).toEqual([10, 40, total])
    expect(received[0]).toEqual({ progress: Math.floor(1000 / total), totalBytesSent: 10, totalBytesExpectedToSend: total })
    expect(received.at(-1)).toEqual({ progress: 100, totalBytesSent: total, totalBytesExpectedToSend: total })
    expect(streamFaults(events)).toEqual([])
  })

  it('says 100 where the transport tells nothing', async () => {
    const received: number[] = []
    const { clock, upload } = setUpShim()
    upload().task?.onProgressUpdate(({ progress }) => received.push(progress))
    await clock.tick(0)
    expect(received).toEqual([100])
  })

  it('reaches every listener, and none that was taken off (TASK-6, TASK-9)', async () => {
    const received: string[] = []
    const { clock, upload } = setUpShim()
    const { task } = upload()
    const [one, two] = [() => void received.push('one'), () => void received.push('two')]
    task?.onProgressUpdate(one)
    task?.onProgressUpdate(two)
    task?.offProgressUpdate(one)
    task?.onHeadersReceived(() => received.push('headers'))
    task?.offHeadersReceived()
    await clock.tick(0)
    expect(received).toEqual(['two'])
  })

  it('ends with the call: nothing is heard after an abort from a listener', async () => {
    const received: string[] = []
    const { clock, events, upload } = setUpShim({ script: sends(10, 70, 130) })
    const made = upload()
    made.task?.onProgressUpdate(() => {
      received.push('progress')
      made.task?.abort()
    })
    made.task?.onHeadersReceived(() => received.push('headers'))
    await clock.tick(1000)
    expect([received, made.callbacks]).toEqual([['progress'], ['fail', 'complete']])
    expect(made.fail).toEqual({ errMsg: 'uploadFile:fail abort' })
    expect(typesOf(events).slice(-4)).toEqual(['progressed', 'failed', 'delivered', 'delivered'])
  })
})

describe('the headers listener of an upload', () => {
  it('gets the header and nothing else (UP-5)', async () => {
    const received: unknown[] = []
    const { clock, upload } = setUpShim({ script: { header: { 'X-Trace': 'a' }, cookies: ['a=1'] } })
    upload().task?.onHeadersReceived((result) => received.push(result))
    await clock.tick(0)
    expect(received).toEqual([{ header: { 'X-Trace': 'a' } }])
  })
})

describe('an upload that cannot be made', () => {
  it('names every wrong parameter in one text, at once, and gives no task (ERR-5, URL-8)', () => {
    const { upload, shim } = setUpShim()
    const received = upload({ url: null, filePath: 1, name: undefined })
    expect([received.task, received.atOnce]).toEqual([undefined, ['fail', 'complete']])
    const clause = (name: string, type: string) => `parameter.${name} should be String instead of ${type};`
    expect(received.fail?.errMsg).toBe(
      `uploadFile:fail parameter error: ${clause('url', 'Null')}${clause('filePath', 'Number')}${clause('name', 'Undefined')}`,
    )
    expect(() => (shim.wx.uploadFile as () => void)()).not.toThrow()
    expect(upload({ url: '/up' }).fail).toEqual({ errMsg: 'uploadFile:fail invalid url "/up"', errno: 600009 })
  })

  it('misses its file in the words of the platform, and nothing is sent (UP-2)', async () => {
    const miss = async (platform: 'devtools' | 'ios') => {
      const { clock, events, transport, upload } = setUpShim({ settings: { platform } })
      const received = upload({ filePath: 'wxfile://gone.png' })
      await clock.tick(0)
      expect([transport.sent.length, streamFaults(events), received.atOnce]).toEqual([0, [], []])
      expect(eventOf(events, 'failed').error).toMatchObject({ kind: 'no-file', path: 'wxfile://gone.png' })
      return received.fail
    }
    expect(await miss('devtools')).toEqual({ errMsg: 'uploadFile:fail createUploadTask:fail file not found' })
    expect(await miss('ios')).toEqual({ errMsg: "uploadFile:fail file doesn't exist" })
  })

  it('does not wait in line for a file that is not there', async () => {
    const { call, clock, upload } = setUpShim({ slots: 1, script: { hang: true } })
    call()
    const received = upload({ filePath: 'wxfile://gone.png' })
    await clock.tick(0)
    expect(received.callbacks).toEqual(['fail', 'complete'])
  })

  it('has data that no JSON can hold (CONV-20)', async () => {
    const { clock, events, upload } = setUpShim()
    const cyclic: Record<string, unknown> = {}
    cyclic['self'] = cyclic
    const received = upload({ formData: { cyclic } })
    await clock.tick(0)
    expect([received.fail?.errno, typesOf(events)]).toEqual([600010, ['created', 'failed', 'delivered', 'delivered']])
  })

  it('is refused by its own list, in the words of the platform (DOM-2)', async () => {
    const refuse = async (platform: 'devtools' | 'android') => {
      const { clock, upload } = setUpShim({ settings: { platform, urlCheck: true, domains: { request: [new URL(API).origin] } } })
      const received = upload()
      await clock.tick(0)
      return received.fail?.errMsg
    }
    expect(await refuse('devtools')).toBe('uploadFile:fail createUploadTask:fail url not in domain list')
    expect(await refuse('android')).toBe('uploadFile:fail url not in domain list')
  })

  it('is over when it was aborted before its file was read, and was never sent (TASK-7)', async () => {
    const { clock, transport, upload } = setUpShim()
    const received = upload()
    received.task?.abort()
    received.task?.abort()
    await clock.tick(0)
    expect([received.fail, received.callbacks, transport.sent.length]).toEqual([
      { errMsg: 'uploadFile:fail abort' },
      ['fail', 'complete'],
      0,
    ])
  })

  it('times out after its own time, else after that of app.json, in the words of its engine (LIM-4, PLAT-3)', async () => {
    const timeout = async (platform: 'devtools' | 'android' | 'ios', ms: number, option = {}) => {
      const { clock, upload } = setUpShim({
        settings: { platform, networkTimeout: { uploadFile: 300, request: 10 } },
        script: { hang: true },
      })
      const received = upload(option)
      await clock.tick(ms - 1)
      expect(received.callbacks).toEqual([])
      await clock.tick(1)
      return received.fail?.errMsg
    }
    expect(await timeout('devtools', 300)).toBe('uploadFile:fail timeout')
    expect(await timeout('android', 700, { timeout: 700 })).toBe('uploadFile:fail socket timeout error')
    expect(await timeout('ios', 300, { timeout: 0 })).toBe('uploadFile:fail 请求超时。')
  })

  it('is interrupted in words of its own, in the background and when called there (BG-2)', async () => {
    const { clock, environment, upload } = setUpShim({ script: { hang: true } })
    const running = upload()
    await clock.tick(0)
    environment.setAppHidden(true)
    const called = upload()
    await clock.tick(5000)
    const interrupted = { errMsg: 'uploadFile:fail fail:network interrupted error', errno: 600003 }
    expect([running.fail, called.fail]).toEqual([interrupted, interrupted])
  })
})

it('shares the ten places of the line with requests (LIM-9)', async () => {
  const { call, clock, events, transport, upload } = setUpShim({ script: { hang: true } })
  for (let nth = 0; nth < 6; nth++) call()
  for (let nth = 0; nth < 5; nth++) upload()
  await clock.tick(0)
  expect([transport.sent.length, events.filter(({ type }) => type === 'queued').length]).toEqual([10, 1])
})

it('follows a 307 with its form and a 302 without, and checks every target against its own list (DOM-9)', async () => {
  const { clock, transport, upload } = setUpShim({
    script: (_, nth) => (nth === 2 ? { body: 'ok' } : { status: nth === 0 ? 307 : 302, header: { Location: `/hop${nth}` } }),
  })
  const received = upload()
  await clock.tick(0)
  expect(transport.sent.map(({ method, form }) => [method, form !== undefined])).toEqual([
    ['POST', true],
    ['POST', true],
    ['GET', false],
  ])
  expect(received.success?.data).toBe('ok')
})
