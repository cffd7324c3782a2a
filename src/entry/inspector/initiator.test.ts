import { expect, it } from 'vitest'
import { createInspector } from '../inspector.ts'
import { framesOf, stackAbove } from './initiator.ts'

it('tells where in the app a call was made, the innermost frame first, and leaves Error as it was', async () => {
  const inspector = createInspector({ settings: { urlCheck: false, unmatched: 'fail' }, serviceWorker: false })
  const limit = Error.stackTraceLimit
  function loadTeas() {
    inspector.wx.request({ url: 'https://api.example.com/v1/teas' })
  }
  loadTeas()
  const [task] = inspector.tasks()
  const created = inspector.events(task?.taskId ?? '').find((event) => event.type === 'created')
  expect(created?.initiator?.split('\n')[0]).toMatch(/^at loadTeas \(.*initiator\.test\.ts:\d+:\d+\)$/)
  expect(Error.stackTraceLimit).toBe(limit)
  await inspector.dispose()
})

it('does not tell of a call that was made again from the panel', async () => {
  const inspector = createInspector({ settings: { urlCheck: false, unmatched: 'fail' }, serviceWorker: false })
  inspector.wx.request({ url: 'https://api.example.com/v1/teas' })
  const again = await inspector.resend(inspector.tasks()[0]?.taskId ?? '')
  expect(inspector.events(again).find((event) => event.type === 'created')?.initiator).toBeUndefined()
  await inspector.dispose()
})

it.each([
  ['at load (https://a.example/app.js?token=x#y:3:5)', 'at load (https://a.example/app.js:3:5)'],
  ['at async https://a.example/app.js?t=1:2:3', 'at async https://a.example/app.js:2:3'],
  ['at #load (https://a.example/app.js:3:5)', 'at #load (https://a.example/app.js:3:5)'],
  ['at Teas.#load (https://a.example/app.js?a=(1):3:5)', 'at Teas.#load (https://a.example/app.js:3:5)'],
  ['#load@https://a.example/app.js?v=2:3:5', '#load@https://a.example/app.js:3:5'],
  [
    'at eval (eval at run (https://a.example/app.js?token=x:3:5), <anonymous>:1:1)',
    'at eval (eval at run (https://a.example/app.js:3:5), <anonymous>:1:1)',
  ],
])('keeps of the frame %s its function and its place, and nothing of a query', (line, frame) => {
  expect(framesOf(`Error: at least\n    ${line}\n    at <anonymous>`)).toBe(frame)
})

it('keeps eight frames at most, and none in part', () => {
  const lines = (count: number, path: string) => Array.from({ length: count }, (_, nth) => `at f${nth} (https://a.example/${path}.js:1:2)`)
  expect(framesOf(lines(20, 'app').join('\n')).split('\n')).toEqual(lines(8, 'app'))
  const long = lines(8, 'x'.repeat(600))
  expect(framesOf(long.join('\n')).split('\n')).toEqual(long.slice(0, 3))
})

/** What V8 does, with as many frames as the limit allows. */
function errorsWith(change: PropertyDescriptorMap) {
  const errors = {
    stackTraceLimit: 10,
    captureStackTrace(target: { stack?: string }) {
      const frames = Array.from({ length: this.stackTraceLimit }, (_, nth) => `    at f${nth} (https://a.example/app.js:1:2)`)
      target.stack = ['Error', ...frames].join('\n')
    },
  }
  return Object.defineProperties(errors, change)
}

it('tells it where a page has no stacks or a limit that cannot be changed, and leaves the limit as it was', () => {
  for (const change of [{ value: 0 }, { value: 10, writable: false }]) {
    const errors = errorsWith({ stackTraceLimit: change })
    expect(stackAbove(undefined, errors).split('\n')).toHaveLength(8)
    expect(errors.stackTraceLimit).toBe(change.value)
  }
})

it('hands the app no error where a page spoilt Error', () => {
  const refuse = () => {
    throw new Error('refused')
  }
  const odd = (target: object) => Object.defineProperty(target, 'stack', { get: refuse })
  for (const spoilt of [{ get: refuse }, { value: refuse }, { value: odd }, { value: undefined }, { value: () => {} }])
    expect(stackAbove(undefined, errorsWith({ captureStackTrace: spoilt }))).toBe('')
  expect(stackAbove(undefined, errorsWith({ stackTraceLimit: { get: refuse, set: refuse } }))).toBe('')
})
