import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEmitter } from './emitter.ts'

describe('an emitter', () => {
  it('calls everybody in the order in which they subscribed', () => {
    const emitter = createEmitter<number>()
    const received: string[] = []
    emitter.subscribe((event) => received.push(`a${event}`))
    emitter.subscribe((event) => received.push(`b${event}`))
    emitter.emit(1)
    expect(received).toEqual(['a1', 'b1'])
  })

  it('reports what a listener throws, to nobody who emits, and goes on with the others', () => {
    const reported: unknown[] = []
    const emitter = createEmitter<void>((thrown) => reported.push(thrown))
    const thrown = new Error('of a listener')
    const received: string[] = []
    emitter.subscribe(() => {
      throw thrown
    })
    emitter.subscribe(() => received.push('the next one'))
    emitter.emit()
    expect(received).toEqual(['the next one'])
    expect(reported).toEqual([thrown])
  })

  it('holds the same function twice when it subscribed twice', () => {
    const emitter = createEmitter()
    let calls = 0
    const listener = () => {
      calls += 1
    }
    const stopFirst = emitter.subscribe(listener)
    emitter.subscribe(listener)
    emitter.emit()
    stopFirst()
    stopFirst()
    emitter.emit()
    expect(calls).toBe(3)
  })

  it('does not call one that another listener has just removed, nor one that has just come', () => {
    const emitter = createEmitter()
    const received: string[] = []
    emitter.subscribe(() => {
      received.push('first')
      stopSecond()
      emitter.subscribe(() => received.push('late'))
    })
    const stopSecond = emitter.subscribe(() => received.push('second'))
    emitter.subscribe(() => received.push('third'))
    emitter.emit()
    expect(received).toEqual(['first', 'third'])
  })

  it('is silent once it was cleared, even in the middle of an event', () => {
    const emitter = createEmitter()
    const received: string[] = []
    emitter.subscribe(() => {
      received.push('first')
      emitter.clear()
    })
    emitter.subscribe(() => received.push('second'))
    emitter.emit()
    emitter.emit()
    expect(received).toEqual(['first'])
  })

  it('calls exactly those who are subscribed, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ act: fc.constantFrom('subscribe', 'stop', 'emit'), who: fc.nat(5) })), (acts) => {
        const emitter = createEmitter<number>()
        const running: { readonly stop: () => void; readonly expected: number[]; readonly received: number[] }[] = []
        const all: typeof running = []
        acts.forEach(({ act, who }, nth) => {
          if (act === 'subscribe') {
            const received: number[] = []
            const subscriber = { stop: emitter.subscribe((event) => received.push(event)), expected: [], received }
            running.push(subscriber)
            all.push(subscriber)
          } else if (act === 'stop') {
            running.splice(who, 1)[0]?.stop()
          } else {
            for (const { expected } of running) expected.push(nth)
            emitter.emit(nth)
          }
        })
        for (const { expected, received } of all) expect(received).toEqual(expected)
      }),
    )
  })
})
