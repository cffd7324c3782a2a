import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { API, eventOf, FILE, setUpShim, streamFaults, typesOf } from '../../testing/set-up-shim.ts'

const PNG = { header: { 'Content-Type': 'image/png', 'Content-Length': '8' }, chunks: ['1234', '5678'] }

describe('wx.downloadFile', () => {
  it('gets the url without a content-type and with the Referer of the app (DOWN-1)', async () => {
    const { clock, download, transport } = setUpShim()
    download({ url: `${API}?名=值#part`, header: { Referer: 'x', 'X-Token': 1 } })
    await clock.tick(0)
    const [outgoing] = transport.sent
    expect([outgoing?.method, outgoing?.url, outgoing?.body]).toEqual(['GET', `${API}?名=值`, undefined])
    expect(outgoing?.header.map(([name]) => name)).toEqual(['X-Token', 'Referer'])
  })

  it('leaves a temp file whose suffix follows the Content-Type (DOWN-7)', async () => {
    const { clock, download, files } = setUpShim({ script: PNG, settings: { platform: 'devtools' } })
    const received = download()
    await clock.tick(0)
    expect(received.success).toEqual({
      tempFilePath: expect.stringMatching(/^http:\/\/tmp\/.*\.png$/),
      statusCode: 200,
      header: PNG.header,
      errMsg: 'downloadFile:ok',
    })
    expect(await files.files.get(received.success?.tempFilePath ?? '')?.text()).toBe('12345678')
    expect([received.callbacks, received.atOnce, files.pending.size]).toEqual([['success', 'complete'], [], 0])
  })

  it('leaves the file where it was asked to, and says only that path (DOWN-2)', async () => {
    const { clock, download, files } = setUpShim({ script: PNG })
    const received = download({ filePath: 'wxfile://usr/a.png' })
    await clock.tick(0)
    expect(received.success).toMatchObject({ filePath: 'wxfile://usr/a.png' })
    expect(received.success).not.toHaveProperty('tempFilePath')
    expect(await files.files.get('wxfile://usr/a.png')?.text()).toBe('12345678')
  })

  it('leaves a temp file below 1.8.0, which does not know filePath (REQ-22)', async () => {
    const { clock, download } = setUpShim({ script: PNG, settings: { lib: '1.7.9' } })
    const received = download({ filePath: 'wxfile://usr/a.png' })
    await clock.tick(0)
    expect(received.success).toMatchObject({ tempFilePath: expect.stringMatching(/^wxfile:\/\/tmp_/), errMsg: 'downloadFile:ok' })
    expect(received.success).not.toHaveProperty('filePath')
  })

  it('writes a 404 page too (DOWN-3), and an empty answer', async () => {
    const keep = async (script: object) => {
      const { clock, download, files } = setUpShim({ script })
      const received = download()
      await clock.tick(0)
      return [received.success?.statusCode, await files.files.get(received.success?.tempFilePath ?? '')?.text()]
    }
    expect(await keep({ status: 404, body: '<h1>404</h1>' })).toEqual([404, '<h1>404</h1>'])
    expect(await keep({})).toEqual([200, ''])
  })

  it('has a profile from 2.10.4 on phones', async () => {
    const profile = async (settings: object) => {
      const { clock, download } = setUpShim({ settings, script: PNG })
      const received = download()
      await clock.tick(0)
      return received.success?.profile
    }
    expect(await profile({ lib: '2.10.3' })).toBeUndefined()
    expect(await profile({ lib: '2.10.4' })).toMatchObject({ receivedBytedCount: 8, sendBytesCount: 0 })
  })

  it('hands over a task of five methods', () => {
    const { download } = setUpShim({ script: { hang: true } })
    expect(Object.keys(download().task ?? {})).toEqual([
      'abort',
      'onProgressUpdate',
      'offProgressUpdate',
      'onHeadersReceived',
      'offHeadersReceived',
    ])
  })
})

describe('a download on the record', () => {
  it('says how far it came and what it left behind', async () => {
    const { clock, download, events } = setUpShim({ script: { ...PNG, chunkDelay: 100 }, settings: { platform: 'devtools' } })
    download()
    await clock.tick(1000)
    expect(typesOf(events)).toEqual([
      ...['created', 'checked', 'started', 'routed', 'headers-received', 'progressed', 'progressed', 'succeeded', 'delivered', 'delivered'],
    ])
    expect(streamFaults(events)).toEqual([])
    expect(events.flatMap((event) => (event.type === 'progressed' ? [[event.direction, event.loaded, event.expected]] : []))).toEqual([
      ['received', 4, 8],
      ['received', 8, 8],
    ])
    expect(eventOf(events, 'succeeded')).toMatchObject({
      dataForm: 'file',
      body: { kind: 'text', text: '12345678', size: 8 },
      file: { path: 'http://tmp/1.png', size: 8, type: 'image/png', chosen: false },
    })
  })

  it('keeps the beginning of the file and no more than may be recorded', async () => {
    const { clock, download, events } = setUpShim({ script: PNG, maxKeptBodyBytes: 5 })
    download()
    await clock.tick(0)
    expect(eventOf(events, 'succeeded').body).toEqual({ kind: 'text', text: '12345', size: 8, kept: 5 })
  })
})

describe('the progress of a download', () => {
  const listen = async (script: object) => {
    const received: object[] = []
    const { clock, download } = setUpShim({ script: { chunkDelay: 60, ...script } })
    download().task?.onProgressUpdate((result) => received.push(result))
    await clock.tick(1000)
    return received
  }

  it('counts to 100 (DOWN-5)', async () => {
    expect(await listen(PNG)).toEqual([
      { progress: 50, totalBytesWritten: 4, totalBytesExpectedToWrite: 8 },
      { progress: 100, totalBytesWritten: 8, totalBytesExpectedToWrite: 8 },
    ])
  })

  it('knows nothing without a Content-Length until it is over (DOWN-5)', async () => {
    expect(await listen({ header: {}, chunks: ['12', '34'] })).toEqual([
      { progress: 0, totalBytesWritten: 2, totalBytesExpectedToWrite: -1 },
      { progress: 0, totalBytesWritten: 4, totalBytesExpectedToWrite: -1 },
      { progress: 100, totalBytesWritten: 4, totalBytesExpectedToWrite: 4 },
    ])
  })

  it('does not say 100 too early where the length is that of a compressed body', async () => {
    const progress = (await listen({ header: { 'content-length': '3' }, chunks: ['12', '34', '56'] })) as { progress: number }[]
    expect(progress.map((one) => one.progress)).toEqual([66, 99, 99, 100])
    expect(await listen({ header: { 'content-length': '3', 'Content-Encoding': 'gzip' }, chunks: ['1234'] })).toHaveLength(2)
  })

  it('says 100 of an empty file', async () => {
    expect(await listen({})).toEqual([{ progress: 100, totalBytesWritten: 0, totalBytesExpectedToWrite: 0 }])
  })
})

describe('a download that fails', () => {
  it('leaves nothing behind: neither a file nor one half written', async () => {
    const failures: readonly [object, object?][] = [
      [{ ...PNG, breaksOff: 'ERR_CONNECTION_CLOSED' }],
      [{ ...PNG, breaksOff: 'ERR_CONNECTION_CLOSED' }, { filePath: 'wxfile://usr/a' }],
      [{ fails: 'ERR_CONNECTION_RESET' }, { filePath: 'wxfile://usr/a' }],
      [{ hang: true }, { timeout: 50 }],
    ]
    for (const [script, option] of failures) {
      const { clock, download, events, files } = setUpShim({ script })
      const before = files.files.size
      const received = download(option)
      await clock.tick(100)
      expect([received.callbacks, files.files.size - before, files.pending.size, streamFaults(events)]).toEqual([
        ['fail', 'complete'],
        0,
        0,
        [],
      ])
    }
  })

  it('is larger than 200 MB, by its Content-Length or by its bytes (LIM-6, DOWN-4)', async () => {
    const large = { errMsg: 'downloadFile:fail exceed max file size', errno: 603301 }
    const megabyte = new Uint8Array(1024 * 1024)
    const limit = 200
    const run = async (script: object) => {
      const { clock, download, files } = setUpShim({ script, maxKeptBodyBytes: 10 })
      const received = download()
      await clock.tick(0)
      expect(files.pending.size).toBe(0)
      return received
    }
    expect((await run({ header: { 'content-length': String(limit * megabyte.length + 1) }, body: 'x' })).fail).toEqual(large)
    expect((await run({ header: {}, chunks: [...Array<Uint8Array>(limit).fill(megabyte), new Uint8Array(1)] })).fail).toEqual(large)
    expect((await run({ header: {}, chunks: Array<Uint8Array>(limit).fill(megabyte) })).success?.statusCode).toBe(200)
  })

  it('may not write outside the user directory, and then nothing is sent (DOWN-8)', async () => {
    const { clock, download, transport } = setUpShim()
    const received = download({ filePath: '/etc/x' })
    await clock.tick(0)
    expect([received.fail, transport.sent.length]).toEqual([{ errMsg: 'downloadFile:fail no permission for filePath', errno: 603303 }, 0])
    expect(download({ filePath: 5 }).fail?.errMsg).toBe(
      'downloadFile:fail parameter error: parameter.filePath should be String instead of Number;',
    )
  })

  it('finds the storage full (LIM-7)', async () => {
    const { clock, download } = setUpShim({ script: PNG, room: 6 })
    const received = download()
    await clock.tick(0)
    expect(received.fail?.errno).toBe(1300202)
  })

  it('is aborted in the middle, and nothing is heard afterwards (TASK-7)', async () => {
    const { clock, download, events, files } = setUpShim({ script: { ...PNG, chunkDelay: 60 } })
    const received = download()
    const progress: number[] = []
    received.task?.onProgressUpdate((result) => {
      progress.push(result.progress)
      received.task?.abort()
    })
    await clock.tick(1000)
    expect([progress, received.callbacks, received.fail]).toEqual([[50], ['fail', 'complete'], { errMsg: 'downloadFile:fail abort' }])
    expect([files.pending.size, streamFaults(events)]).toEqual([0, []])
  })

  it('leaves no file when the app hears of an abort, and the whole file when it does not, whenever it aborts (DOWN-9)', async () => {
    const path = 'wxfile://usr/a.png'
    const moment = fc.integer({ min: 0, max: 400 })
    const outcomes = new Set<string>()
    await fc.assert(
      fc.asyncProperty(moment, moment, fc.boolean(), fc.boolean(), async (appAt, panelAt, chosen, replaces) => {
        const { clock, download, events, files, shim } = setUpShim({ script: { ...PNG, chunkDelay: 60 }, saving: 50 })
        if (replaces) files.files.set(path, new Blob(['old']))
        const received = download(chosen ? { filePath: path } : {})
        void clock.sleep(appAt).then(() => received.task?.abort())
        void clock.sleep(panelAt).then(() => shim.abortAll())
        await clock.tick(1000)
        outcomes.add(received.complete?.errMsg ?? 'nothing')
        const there = received.success?.filePath ?? received.success?.tempFilePath
        const texts = await Promise.all([...files.files].map(async ([name, blob]) => [name, await blob.text()]))
        expect(texts).toEqual([
          [FILE, '9 字节!'],
          ...(replaces && there !== path ? [[path, 'old']] : []),
          ...(there === undefined ? [] : [[there, '12345678']]),
        ])
        expect([received.callbacks.length, files.pending.size, streamFaults(events)]).toEqual([2, 0, []])
      }),
      { numRuns: 300 },
    )
    expect([...outcomes].sort()).toEqual(['downloadFile:fail abort', 'downloadFile:ok'])
  })

  it('says so in the words of the platform (ERR-6, ERR-7, DOM-2)', async () => {
    const fail = async (platform: 'devtools' | 'android' | 'ios', script: object, urlCheck = false) => {
      const { clock, download } = setUpShim({ settings: { platform, urlCheck }, script })
      const received = download({ timeout: 100 })
      await clock.tick(100)
      return received.fail?.errMsg
    }
    expect(await fail('devtools', { hang: true })).toBe('downloadFile:fail timeout')
    expect(await fail('android', { fails: 'ERR_CONNECTION_REFUSED' })).toBe('downloadFile:fail -102:net::ERR_CONNECTION_REFUSED')
    expect(await fail('devtools', {}, true)).toBe('downloadFile:fail createDownloadTask:fail url not in domain list')
    expect(await fail('android', {}, true)).toBe('downloadFile:fail url not in domain list')
  })
})
