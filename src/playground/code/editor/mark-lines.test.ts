import { describe, expect, it } from 'vitest'
import type { Happening } from '../sandbox/program-runner.ts'
import { tellLines } from './mark-lines.ts'

const CODE = `const task = wx.request({
  url: 'https://a.test/',
  success(res) {},
  fail: () => {},
})
task.onHeadersReceived(() => {})
for (const n of [1, 2]) wx.request({ url: 'https://a.test/' + n })`

const CALL = { call: 1, taskId: 'a', at: 84.12, place: { line: 1, column: 17 } } as const
const event = (type: 'created' | 'started' | 'succeeded') => ({ ...CALL, kind: 'event', type }) as const

function textsAfter(...happenings: readonly Happening[]) {
  const story = tellLines(CODE, 'en')
  for (const happening of happenings) story.add(happening)
  return Object.fromEntries([...story.lines].map(([line, { kind, text }]) => [line, `${kind}: ${text}`]))
}

describe('the lines of a program', () => {
  it('say how their call stands', () => {
    expect(textsAfter(event('created'), event('started'))).toEqual({ 1: 'call: #1 Started' })
  })

  it('say when a callback ran, where it is written', () => {
    const option = { ...CALL, kind: 'callback', name: 'success', isOption: true } as const
    const listener = { ...CALL, kind: 'callback', name: 'onHeadersReceived', isOption: false, place: { line: 6, column: 6 } } as const
    expect(textsAfter(option, listener)).toEqual({ 3: 'callback: #1 84.1 ms', 6: 'callback: #1 84.1 ms' })
  })

  it('count the calls of a loop', () => {
    const place = { line: 7, column: 28 }
    expect(textsAfter({ ...event('created'), place }, { ...event('succeeded'), call: 2, taskId: 'b', place })).toEqual({
      7: 'call: ×2 · #2 Succeeded',
    })
  })

  it('show where a held call would go on, and what was there once it does', () => {
    const held = { ...CALL, kind: 'event', type: 'held' } as const
    const listens = { ...CALL, kind: 'listens', name: 'onHeadersReceived', place: { line: 6, column: 6 } } as const
    expect(textsAfter(event('created'), { ...held, gate: 'send' })).toEqual({ 1: 'held: #1 held here' })
    expect(textsAfter(event('created'), listens, { ...held, gate: 'headers' })).toMatchObject({ 6: 'held: #1 held here' })
    expect(textsAfter({ ...held, gate: 'callbacks' })).toEqual({ 3: 'held: #1 held here' })
    expect(textsAfter(listens, { ...held, gate: 'headers' }, event('succeeded'))).toEqual({ 1: 'call: #1 Succeeded' })
  })

  it('name the error that was thrown on them', () => {
    const story = tellLines(CODE, 'en')
    story.fail(3, 'TypeError: Cannot read properties of undefined')
    expect(story.lines.get(3)).toMatchObject({ kind: 'error', text: 'TypeError' })
  })
})
