import { expect, type Page } from '@playwright/test'

/** ms. What follows the size of its room is drawn some frames after it. */
const DRAWN = 5000

/** Nothing is cut off or too wide, once all is drawn. The test goes on where something is, and tells of every place. */
export async function expectWhole(page: Page, where: string): Promise<void> {
  await expect
    .configure({ soft: true })
    .poll(async () => [...(await findCutOff(page)), ...(await findTooLarge(page))], { message: where, timeout: DRAWN })
    .toEqual([])
}

/**
 * What of the controls on the screen cannot be seen whole: beyond the window, cut by a box around them that does not scroll,
 * or with a text that is longer than its button. What can be scrolled to is not cut off.
 */
function findCutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const visit = (node: Element) => {
      if (!node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || node.closest('[inert]')) return
      if (node.matches('button, select, input, textarea, [role="tab"], [role="switch"]') && !isUnseen(node)) check(node)
      for (const child of (node.shadowRoot ?? node).children) visit(child)
    }
    const isUnseen = (node: Element) => getComputedStyle(node).clipPath === 'inset(50%)'
    const check = (node: Element) => {
      const name = `${node.tagName.toLowerCase()} ${node.getAttribute('aria-label') ?? node.textContent?.trim() ?? ''}`
      const box = node.getBoundingClientRect()
      // Selects and inputs say by an ellipsis or the caret that there is more.
      if (node.tagName === 'BUTTON' && node.textContent?.trim() && node.scrollWidth > node.clientWidth + 1)
        found.push(`${name}: its text is ${node.scrollWidth - node.clientWidth} px too long`)
      for (let around = parentOf(node); around; around = parentOf(around)) {
        const { overflowX, overflowY } = getComputedStyle(around)
        const scrolls = /auto|scroll/
        if (scrolls.test(overflowX) || scrolls.test(overflowY)) return
        if (overflowX !== 'visible' || around === document.documentElement) {
          const clip = around === document.documentElement ? new DOMRect(0, 0, innerWidth, innerHeight) : around.getBoundingClientRect()
          const over = Math.max(box.right - clip.right, clip.left - box.left, box.bottom - clip.bottom, clip.top - box.top)
          if (over > 1) {
            found.push(`${name}: ${Math.round(over)} px beyond ${around.className || around.tagName}`)
            return
          }
        }
      }
    }
    const parentOf = (node: Element) =>
      node.assignedSlot ?? node.parentElement ?? (node.getRootNode() instanceof ShadowRoot ? (node.getRootNode() as ShadowRoot).host : null)
    visit(document.documentElement)
    return found
  })
}

/** How far the page itself can be scrolled sideways, px; boxes that hide what is too wide or too high for them count too. */
function findTooLarge(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const host = document.querySelector('.wx-request-inspector')?.shadowRoot
    const boxes = [
      document.documentElement,
      document.body,
      ...document.querySelectorAll('.demo, .header-bar, .demo-main, .demo-panel, .phone-screen'),
      ...(host?.querySelectorAll('.frame, .toolbar, .summary, .detail-head, .domain-pane') ?? []),
    ]
    // Whoever moves the focus can scroll these, and nobody can scroll them back.
    const still = [...(host?.querySelectorAll('.frame, .sheet, .details, .detail-pane, .sheet-under') ?? [])]
    return [
      ...boxes.flatMap((box) =>
        box.scrollWidth > box.clientWidth + 1
          ? [`${box.className || box.tagName} is ${box.scrollWidth - box.clientWidth} px too wide`]
          : [],
      ),
      ...still.flatMap((box) =>
        box.scrollHeight > box.clientHeight + 1 ? [`${box.className} is ${box.scrollHeight - box.clientHeight} px too high`] : [],
      ),
    ]
  })
}
