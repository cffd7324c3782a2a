import { expect, type Page } from '@playwright/test'

export interface Focused {
  /** Role and name as a person hears them, such as `button 清空`. */
  readonly announced: string
  /** Whether an outline shows where the focus is: on the element, around it, or on the row that it points at. */
  readonly ringed: boolean
  /** Whether it lies within the window. */
  readonly onScreen: boolean
  readonly inPanel: boolean
  /** Tells one element from another. */
  readonly element: string
}

/** What has the focus, looked for through every open shadow root; `undefined` while nothing has. */
export function readFocus(page: Page): Promise<Focused | undefined> {
  return page.evaluate(() => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    if (!element || element === document.body || element === document.documentElement) return undefined

    const root = element.getRootNode() as Document | ShadowRoot
    const texts = (ids: string | null) => (ids ?? '').split(' ').map((id) => (id ? (root.getElementById(id)?.textContent ?? '') : ''))
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent) : []
    const name =
      element.getAttribute('aria-label') ??
      (texts(element.getAttribute('aria-labelledby')).join(' ').trim() || labels.join(' ') || element.textContent)
    const role =
      element.getAttribute('role') ??
      { A: 'link', BUTTON: 'button', SELECT: 'combobox', TEXTAREA: 'textbox' }[element.tagName] ??
      element.getAttribute('type') ??
      (element.tagName === 'INPUT' ? 'textbox' : element.tagName.toLowerCase())

    const outlined = (each: Element | null) =>
      each !== null &&
      [undefined, '::after'].some((part) => {
        const { content, outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each, part)
        if (part && content === 'none') return false
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 && !/, 0\)$|^transparent$/.test(outlineColor)
      })
    const pointedAt = element.getAttribute('aria-activedescendant')
    const around: Element[] = []
    for (let each: Element | null = element; each && around.length < 3; each = each.parentElement) around.push(each)

    const box = element.getBoundingClientRect()
    const host = root instanceof ShadowRoot ? root.host : undefined
    return {
      announced: `${role} ${(name ?? '').replace(/\s+/g, ' ').trim()}`,
      ringed: around.some(outlined) || (pointedAt !== null && outlined(root.getElementById(pointedAt))),
      onScreen: box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight && box.width > 0,
      inPanel: host !== undefined,
      element: `${role} ${name} ${element.id} ${Math.round(box.x)} ${Math.round(box.y)}`,
    }
  })
}

/**
 * What has the focus, or the row that it points at, where nothing of it is to be seen: other elements lie over it, or it is out of the window.
 * `undefined` while some of it is seen, and while nothing has the focus.
 */
export function readObscured(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    if (!element || element === document.body) return undefined
    const root = element.getRootNode() as Document | ShadowRoot
    const pointedAt = element.getAttribute('aria-activedescendant')
    const shown = (pointedAt ? root.getElementById(pointedAt) : null) ?? element
    const { left, top, width, height } = shown.getBoundingClientRect()
    const STEPS = [0.02, 0.25, 0.5, 0.75, 0.98]
    const seen = STEPS.some((x) =>
      STEPS.some((y) => {
        const hit = root.elementFromPoint(left + x * width, top + y * height)
        return hit !== null && (shown.contains(hit) || hit.contains(shown))
      }),
    )
    return seen ? undefined : `${shown.localName} ${shown.getAttribute('aria-label') ?? shown.textContent}`.slice(0, 60)
  })
}

/** Waits until the focus is where something is heard: what takes it may have to be loaded or drawn first. */
export async function expectFocus(page: Page, announced: string | RegExp, why?: string): Promise<void> {
  await expect.poll(async () => (await readFocus(page))?.announced, why ?? 'the focus').toEqual(matching(announced))
}

/** Waits until the focus is somewhere in the panel. */
export async function expectFocusInPanel(page: Page, why: string): Promise<void> {
  await expect.poll(async () => (await readFocus(page))?.inPanel, why).toBe(true)
}

/** Presses a key and waits until the focus is where something is heard, on the screen, and to be seen. */
export async function pressTo(page: Page, key: string, announced: string | RegExp): Promise<void> {
  await page.keyboard.press(key)
  await expect
    .poll(() => readFocus(page), `the focus after ${key}`)
    .toMatchObject({ announced: matching(announced), ringed: true, onScreen: true })
}

const matching = (announced: string | RegExp) => (typeof announced === 'string' ? announced : expect.stringMatching(announced))

/** Presses Tab until something is heard. Fails when it is not met on the way once around the page. */
export async function tabTo(page: Page, announced: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Focused> {
  const met: string[] = []
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press(key)
    const focused = await readFocus(page)
    // Between the last and the first, the focus is with the browser itself.
    if (!focused) continue
    expect(focused, `the focus is seen on ${focused.announced}`).toMatchObject({ ringed: true, onScreen: true })
    if (typeof announced === 'string' ? focused.announced === announced : announced.test(focused.announced)) return focused
    met.push(focused.announced)
  }
  throw new Error(`Tab never comes to ${announced}; it came to\n${met.join('\n')}`)
}

/** Every stop of Tab from where the focus is, until it comes back there or `most` are met. */
export async function walk(page: Page, most: number, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Focused[]> {
  const stops: Focused[] = []
  for (let step = 0; step < most; step++) {
    await page.keyboard.press(key)
    const focused = await readFocus(page)
    if (!focused) continue
    if (stops.some(({ element }) => element === focused.element)) break
    stops.push(focused)
  }
  return stops
}
