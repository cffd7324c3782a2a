import { expect, it } from 'vitest'
import { createInspector } from '../inspector.ts'

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
