// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { Command, CommandOutcome } from '../contract/command.ts'
import { mountPanel } from '../panel/mount.tsx'
import { exampleEvents } from '../testing/example-events.ts'
import { createEventSource, type EventSourceOptions } from './event-source.ts'

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** The panel draws in frames of its own; this lets them pass until what is looked for is there. */
async function until(look: () => boolean): Promise<void> {
  for (let frame = 0; frame < 200 && !look(); frame++) await nextFrame()
  expect(look()).toBe(true)
}

const shadowOf = (element: Element) => element.firstElementChild?.shadowRoot

const says = (element: Element, text: string) => () => shadowOf(element)?.textContent?.includes(text) ?? false

describe('a panel of a source from elsewhere', () => {
  const fill = (options: Partial<EventSourceOptions> = {}) => {
    const source = createEventSource({ startedAt: 1_760_000_000_000, ...options })
    source.add([...exampleEvents({ taskId: 'a' }), ...exampleEvents({ taskId: 'b', upTo: 3 })])
    const element = document.createElement('div')
    document.body.append(element)
    const panel = mountPanel(element, { source, language: 'en' })
    const buttons = () => [...(shadowOf(element)?.querySelectorAll('button') ?? [])]
    const button = (name: RegExp) => buttons().find((each) => name.test(`${each.getAttribute('aria-label') ?? ''} ${each.textContent}`))
    return {
      source,
      element,
      panel,
      button,
      rowCount: () => shadowOf(element)?.querySelector('[role="grid"]')?.getAttribute('aria-rowcount'),
    }
  }

  it('shows its tasks, says that they can only be read, and has no button for what cannot be done', async () => {
    const { element, panel, button, rowCount } = fill()
    await until(() => rowCount() === '3')
    await until(says(element, 'Read-only'))
    expect([/Clear/, /Record/, /Abort/, /Keep/].map(button)).toEqual([undefined, undefined, undefined, undefined])
    panel.unmount()
  })

  it('has its commands carried to the app, and tells what was refused and that nobody answered', async () => {
    const commands: Command[] = []
    const answers: (() => Promise<CommandOutcome>)[] = [
      async () => ({ ok: false, issues: [{ path: 'type', message: 'is not known to this device' }] }),
      () => Promise.reject(new Error('The line is dead')),
    ]
    const { element, panel, button } = fill({
      send(command) {
        commands.push(command)
        return answers.shift()!()
      },
    })
    await until(() => button(/Abort all/)?.disabled === false)
    expect(says(element, 'Read-only')()).toBe(false)
    button(/Abort all/)?.click()
    await until(says(element, 'is not known to this device'))
    button(/Abort all/)?.click()
    await until(says(element, 'The line is dead'))
    expect(commands).toEqual([{ type: 'abort-all' }, { type: 'abort-all' }])
    panel.unmount()
  })

  it('goes when its source ends, whoever mounted it, and cannot be mounted on one that has ended', async () => {
    const { source, element, rowCount } = fill()
    await until(() => rowCount() === '3')
    source.dispose()
    expect(element.childElementCount).toBe(0)
    await nextFrame()
    expect(() => mountPanel(element, { source })).toThrow('mountPanel() was given a source that was disposed of')
    expect(element.childElementCount).toBe(0)
  })
})
