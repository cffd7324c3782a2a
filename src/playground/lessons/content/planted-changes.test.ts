import { expect, it } from 'vitest'
import type { RequestOption, RequestTask, UploadFileOption, Wx } from '../../../contract/wx/wx.ts'
import { holds } from '../run/read-recording.ts'
import { runLesson } from '../run/run-lesson.ts'
import { LESSONS } from './lessons.ts'

/** A `wx` whose requests are made with other options, or not at all. */
const requesting =
  (change: (option: RequestOption, send: (option: RequestOption) => RequestTask | undefined) => unknown) =>
  (wx: Wx): Wx =>
    ({ ...wx, request: (option: RequestOption) => change(option, (next) => wx.request(next)) }) as Wx

const withOption = (more: (option: RequestOption) => Partial<RequestOption>) =>
  requesting((option, send) => send({ ...option, ...more(option) }))

function withoutOption(name: keyof RequestOption) {
  return requesting((option, send) => {
    const { [name]: _, ...rest } = option
    return send(rest as RequestOption)
  })
}

/** From the call of this number on, nothing is made of `name`. */
const upTo =
  (most: number, name: 'request' | 'connectSocket') =>
  (wx: Wx): Wx => {
    let calls = 0
    return {
      ...wx,
      [name]: (option: never) => {
        calls += 1
        const silent = { onOpen() {}, onError() {} }
        return calls > most ? silent : wx[name](option)
      },
    }
  }

const jar: { cookie?: string } = {}

it.each<[lesson: string, change: string, between: (wx: Wx) => Wx]>([
  [
    'not-found',
    'a 404 goes to fail',
    withOption(({ fail, success }) => ({ success: (res) => (res.statusCode < 400 ? success : fail)?.(res as never) })),
  ],
  [
    'callback-order',
    'complete runs before success',
    withOption(({ complete, success }) => ({
      success: complete ?? (() => {}),
      complete: success as NonNullable<RequestOption['complete']>,
    })),
  ],
  ['await', 'the call gives a Promise', requesting((option, send) => new Promise((success) => send({ ...option, success })))],
  ['timeout', 'the option timeout is not minded', withoutOption('timeout')],
  ['redirect-manual', 'every redirect is followed', withoutOption('redirect')],
  [
    'bad-json',
    'a body that cannot be parsed is lost',
    withOption(({ success }) => ({ success: (res) => success?.({ ...res, data: undefined }) })),
  ],
  ['response-type', 'the body is always text', withoutOption('responseType')],
  ['get-data', 'data is always a body', withOption(() => ({ method: 'POST' }))],
  [
    'form-body',
    'a value in a form becomes JSON',
    withOption(({ data }) => ({
      data: Object.fromEntries(Object.entries(data as object).map(([key, value]) => [key, JSON.stringify(value)])),
    })),
  ],
  [
    'cookies',
    'cookies come back by themselves',
    requesting((option, send) =>
      send({
        ...option,
        ...(jar.cookie ? { header: { Cookie: jar.cookie } } : {}),
        success: (res) => {
          jar.cookie = res.cookies[0] ?? ''
          option.success?.(res)
        },
      }),
    ),
  ],
  ['plain-http', 'http is sent as https', withOption(({ url }) => ({ url: url.replace('http:', 'https:') }))],
  ['subdomain', 'a parent domain will do', withOption(({ url }) => ({ url: url.replace('//api.', '//') }))],
  ['port', 'the port is not minded', withOption(({ url }) => ({ url: url.replace(':8443', '') }))],
  ['queue', 'the eleventh call is dropped', upTo(10, 'request')],
  ['abort', 'abort does nothing', requesting((option, send) => ({ ...send(option), abort: () => {} }))],
  [
    'abort-twice',
    'abort makes fail run each time',
    requesting((option, send) => ({ ...send(option), abort: () => option.fail?.({ errMsg: 'request:fail abort' } as never) })),
  ],
  ['content-type', 'a string is plain text, as in a browser', withOption(() => ({ header: { 'content-type': 'text/plain' } }))],
  [
    'upload-progress',
    'progress is told when all is over',
    (wx) =>
      ({
        ...wx,
        uploadFile: (option: UploadFileOption) => {
          let tell: ((progress: never) => void) | undefined
          const task = wx.uploadFile({ ...option, success: (res) => [option.success?.(res), tell?.({ progress: 100 } as never)] })
          return { ...task, onProgressUpdate: (listener: typeof tell) => (tell = listener) }
        },
      }) as Wx,
  ],
  ['chunks', 'pieces are not told of', withoutOption('enableChunked')],
  ['sixth-socket', 'the sixth socket is dropped', upTo(5, 'connectSocket')],
])('the lesson %s no longer holds when %s', async (id, _, between) => {
  const lesson = LESSONS.find((each) => each.id === id)
  if (!lesson) throw new Error(`There is no lesson ${id}.`)
  const recording = await runLesson(lesson, { between })
  expect(lesson.claims.every((claim) => holds(recording, claim))).toBe(false)
})
