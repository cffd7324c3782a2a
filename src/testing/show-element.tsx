import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach } from 'vitest'

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true

/** Something React has drawn, found by what people see and hear of it. */
export interface Shown {
  readonly place: HTMLElement
  text(): string
  /** The button, tab or switch of that name; throws when there is none. */
  control(name: string): HTMLElement
  has(name: string): boolean
  /** The one element that a selector finds; throws when there is none. */
  one(selector: string): HTMLElement
  click(name: string): Promise<void>
  focus(name: string): Promise<void>
  press(element: Element, key: string): Promise<void>
  type(field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void>
  update(element: ReactNode): Promise<void>
}

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) act(close)
})

/** Draws an element in a shadow root, as the panel is, until the test is over. */
export async function showElement(element: ReactNode): Promise<Shown> {
  const host = document.createElement('div')
  document.body.append(host)
  const place = document.createElement('div')
  host.attachShadow({ mode: 'open' }).append(place)
  const root = createRoot(place)
  await act(async () => root.render(element))
  closers.push(() => {
    root.unmount()
    host.remove()
  })
  const controls = () => [...place.querySelectorAll<HTMLElement>('button, [role="tab"], [role="switch"]')]
  const find = (name: string) => controls().find((control) => nameOf(control, place) === name)
  const control = (name: string) => {
    const found = find(name)
    if (!found)
      throw new Error(
        `no control "${name}" among: ${controls()
          .map((other) => nameOf(other, place))
          .join(', ')}`,
      )
    return found
  }
  return {
    place,
    text: () => (place.textContent ?? '').replaceAll('\u202f', ' '),
    control,
    has: (name) => find(name) !== undefined,
    one: (selector) => {
      const found = place.querySelector<HTMLElement>(selector)
      if (!found) throw new Error(`nothing matches ${selector}`)
      return found
    },
    click: (name) => act(async () => control(name).click()),
    focus: (name) => act(async () => control(name).focus()),
    press: (target, key) =>
      act(async () => void target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))),
    type: (field, text) =>
      act(async () => {
        // Past React's own setter, as a browser would when someone types.
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, text)
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }),
    update: (next) => act(async () => root.render(next)),
  }
}

/** The accessible name, as far as the panel needs it: hidden notes are no part of it. */
function nameOf(element: HTMLElement, place: HTMLElement): string {
  const labelledBy = element.getAttribute('aria-labelledby')
  if (labelledBy !== null) return [...place.querySelectorAll('[id]')].find(({ id }) => id === labelledBy)?.textContent ?? ''
  const label = element.getAttribute('aria-label')
  if (label !== null) return label
  const copy = element.cloneNode(true) as HTMLElement
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove()
  return (copy.textContent ?? '').trim()
}
