import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEmitter } from './emitter.ts'

describe('an emitter', () => {
  it('calls everybody in the order in which they subscribed', () => {
    const emitter = createEmitter<number>()
    const heard: string[] = []
    emitter.subscribe((event) => heard.push(`a${event}`))
    emitter.subscribe((event) => heard.push(`b${event}`))
    emitter.emit(1)
    expect(heard).toEqual(['a1', 'b1'])
  })

  it('reports what a listener throws, to nobody who emits, and goes on with the others', () => {
    const reported: unknown[] = []
    const emitter = createEmitter<void>((thrown) => reported.push(thrown))
    const thrown = new Error('of a listener')
    const heard: string[] = []
    emitter.subscribe(() => {
      throw thrown
    })
    emitter.subscribe(() => heard.push('the next one'))
    emitter.emit()
    expect(heard).toEqual(['the next one'])
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
    const heard: string[] = []
    emitter.subscribe(() => {
      heard.push('first')
      stopSecond()
      emitter.subscribe(() => heard.push('late'))
    })
    const stopSecond = emitter.subscribe(() => heard.push('second'))
    emitter.subscribe(() => heard.push('third'))
    emitter.emit()
    expect(heard).toEqual(['first', 'third'])
  })

  it('is silent once it was cleared, even in the middle of an event', () => {
    const emitter = createEmitter()
    const heard: string[] = []
    emitter.subscribe(() => {
      heard.push('first')
      emitter.clear()
    })
    emitter.subscribe(() => heard.push('second'))
    emitter.emit()
    emitter.emit()
    expect(heard).toEqual(['first'])
  })

  it('calls exactly those who are subscribed, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ act: fc.constantFrom('subscribe', 'stop', 'emit'), who: fc.nat(5) })), (acts) => {
        const emitter = createEmitter<number>()
        const running: { readonly stop: () => void; readonly expected: number[]; readonly heard: number[] }[] = []
        const all: typeof running = []
        acts.forEach(({ act, who }, nth) => {
          if (act === 'subscribe') {
            const heard: number[] = []
            const subscriber = { stop: emitter.subscribe((event) => heard.push(event)), expected: [], heard }
            running.push(subscriber)
            all.push(subscriber)
          } else if (act === 'stop') {
            running.splice(who, 1)[0]?.stop()
          } else {
            for (const { expected } of running) expected.push(nth)
            emitter.emit(nth)
          }
        })
        for (const { expected, heard } of all) expect(heard).toEqual(expected)
      }),
    )
  })
})
