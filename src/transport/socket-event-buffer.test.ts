import { expect, it } from 'vitest'
import { SocketEventBuffer } from './socket-event-buffer.ts'

const END = { code: 1000, reason: '', clean: true } as const

/** A buffer, and what it handed on. */
function setUp() {
  const buffer = new SocketEventBuffer()
  const heard: unknown[] = []
  const handlers = { message: (data: unknown) => heard.push(data), ended: (end: unknown) => heard.push(end) }
  return { buffer, heard, subscribe: () => buffer.subscribe(handlers as never) }
}

it('what comes before somebody listens is handed on in its order', () => {
  const { buffer, heard, subscribe } = setUp()
  buffer.message('a')
  buffer.message('b')
  expect(heard).toEqual([])
  subscribe()
  buffer.message('c')
  expect(heard).toEqual(['a', 'b', 'c'])
})

it('nothing comes after the end, neither a message nor a second end', () => {
  const { buffer, heard, subscribe } = setUp()
  expect(buffer.closed).toBe(false)
  buffer.ended(END as never)
  buffer.message('late')
  subscribe()
  buffer.message('later')
  buffer.ended({ ...END, code: 1006 } as never)
  expect(heard).toEqual([END])
  expect(buffer.closed).toBe(true)
})
