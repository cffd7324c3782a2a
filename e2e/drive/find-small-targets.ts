import { expect, type Page } from '@playwright/test'

/** px of what a finger presses. */
const LEAST = 40
/** ms. What follows the size of its room is drawn some frames after it. */
const DRAWN = 5000

/** All that can be pressed is large enough for a finger, once all is drawn. The test goes on where something is not, and tells of every place. */
export async function expectLargeTargets(page: Page, where: string): Promise<void> {
  await expect
    .configure({ soft: true })
    .poll(() => findSmallTargets(page, LEAST), { message: where, timeout: DRAWN })
    .toEqual([])
}

/**
 * What on the panel can be pressed, and not everywhere within so many px around its middle: one line for each. Links in a text
 * may be as high as its lines.
 */
function findSmallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
    const root = document.querySelector('.wx-request-inspector')?.shadowRoot
    if (!root) throw new Error('The page has no panel.')
    const roles = [
      'button',
      'tab',
      'switch',
      'checkbox',
      'radio',
      'option',
      'menuitem',
      'menuitemcheckbox',
      'menuitemradio',
      'slider',
      'link',
    ]
    const wanted = `a[href], button, input, select, textarea, summary, ${roles.map((role) => `[role="${role}"]`).join(', ')}`
    const reach = least / 2 - 1
    const found = new Set<string>()
    const isClipped = (element: Element, box: DOMRect) => {
      for (let around = element.parentElement; around; around = around.parentElement) {
        const { overflow, overflowY } = getComputedStyle(around)
        if (overflow === 'visible') continue
        const clip = around.getBoundingClientRect()
        if (box.left < clip.left || box.right > clip.right || box.top < clip.top || box.bottom > clip.bottom) return true
        // At the edge of what scrolls, what is around its middle is out of sight.
        const middle = box.y + box.height / 2
        if (/auto|scroll/.test(overflowY) && (middle - reach < clip.top || middle + reach > clip.bottom)) return true
      }
      return false
    }
    for (const element of root.querySelectorAll<HTMLElement>(wanted)) {
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      if (element.matches(':disabled, .part-unseen, a, .part-link, summary')) continue
      const box = element.getBoundingClientRect()
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      const hits = (across: number, down: number) => {
        const hit = root.elementFromPoint(x + across, y + down)
        return hit !== null && (element.contains(hit) || element.closest('label')?.contains(hit) === true)
      }
      // Something lies over it, or part of it is scrolled out of sight.
      const isCovered = [-1, 0, 1].some((side) => !hits(0, side * (box.height / 2 - 1)) || !hits(side * (box.width / 2 - 1), 0))
      if (box.width === 0 || isCovered || isClipped(element, box)) continue
      const isLarge = [hits(0, -reach), hits(0, reach), hits(-reach, 0), hits(reach, 0)]
      if (isLarge.every(Boolean)) continue
      const name = element.ariaLabel ?? element.textContent?.trim().slice(0, 30)
      found.add(`${element.tagName.toLowerCase()}.${element.className} “${name}”: ${Math.round(box.width)} × ${Math.round(box.height)}`)
    }
    return [...found]
  }, least)
}
