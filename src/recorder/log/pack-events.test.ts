import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../contract/event/json.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { exampleEvents } from '../../testing/example-events.ts'
import { socketEvents } from '../../testing/socket-events.ts'
import { EventPacker, unpackEvents } from './pack-events.ts'

const placesOf = (events: readonly TaskEvent[]) => events.map((_, nth) => 1000 + 3 * nth)

describe('EventPacker', () => {
  it('gives back what was packed, key for key, however much or little tasks have in common', () => {
    const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json)
    const number = fc.oneof(fc.nat(), fc.double({ noNaN: true }))
    const task = fc.record({
      url: fc.oneof(fc.constant('https://api.example.com/goods'), fc.webUrl(), fc.constant(`https://a.example/${'x'.repeat(200)}`)),
      given: fc.dictionary(fc.string(), json),
      header: fc.dictionary(fc.oneof(fc.constant('Content-Type'), fc.string()), fc.oneof(fc.constant('text/plain'), fc.string())),
      cookies: fc.array(fc.string()),
      at: number,
      gaps: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 20, maxLength: 20 }),
      threw: fc.option(fc.string({ unit: 'grapheme' })),
      upTo: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(task, { maxLength: 12 }), (tasks) => {
        const packer = new EventPacker()
        const all = tasks.map(({ url, given, header, cookies, at, gaps, threw, upTo }, nth) => {
          const events = exampleEvents({ taskId: `${nth}`, at, url, upTo }).map((event): TaskEvent => {
            if (event.type === 'created') return { ...event, given }
            if (event.type === 'headers-received') return { ...event, header, cookies }
            return event.type === 'delivered' && threw !== null ? { ...event, threw } : event
          })
          let place = 0
          const places = events.map((_, index) => (place += gaps[index] ?? 1))
          return { events, places, packed: packer.pack({ events, places }).packed }
        })
        for (const [nth, { events, places, packed }] of all.entries()) {
          const unpacked = unpackEvents(packed, `${nth}`)
          expect(unpacked).toEqual({ events, places })
          expect(JSON.stringify(unpacked.events)).toBe(JSON.stringify(events))
        }
      }),
    )
  })

  it('gives back the events of a socket, and numbers on behind what was condensed', () => {
    const [first, second, third] = socketEvents('s')
    const nothing = { count: 0, bytes: 0 }
    const condensed = {
      type: 'condensed',
      taskId: 's',
      seq: 2,
      at: 5,
      until: 9,
      count: 40,
      sent: nothing,
      received: nothing,
      refused: 40,
    } as const
    const events = [first, second, condensed, { ...third, seq: 42 }] as TaskEvent[]
    for (const stream of [socketEvents('s'), events]) {
      const { packed } = new EventPacker().pack({ events: stream, places: placesOf(stream) })
      expect(unpackEvents(packed, 's')).toEqual({ events: stream, places: placesOf(stream) })
    }
  })

  it('keeps of a task only what sets it apart from those like it', () => {
    const packer = new EventPacker()
    const sizes = Array.from({ length: 50 }, (_, nth) => {
      const events = exampleEvents({ taskId: `${nth}`, at: nth * 3.7, url: `https://api.example.com/goods?page=${nth}` })
      return packer.pack({ events, places: placesOf(events) })
    })
    const last = sizes.at(-1)
    expect(last?.bytes).toBeLessThan(700)
    expect(last?.packed.texts).toEqual(['https://api.example.com/goods?page=49'])
    expect(last?.packed.numbers.length).toBeLessThan(20)
  })

  it('keeps nothing of the long texts of a task once that task is gone', () => {
    const packer = new EventPacker()
    const [long, short] = ['x'.repeat(1000), 'y'.repeat(1000)]
    const pack = (text: string) => {
      const events = exampleEvents({ taskId: 'a', body: { kind: 'text', text, size: text.length } })
      return packer.pack({ events, places: placesOf(events) }).packed
    }
    pack(long)
    const { plan, texts } = pack(short)
    expect(JSON.stringify(plan.template.leaves)).not.toContain('xxxx')
    expect(texts).toContain(short)
  })
})
