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

/** No text is cut off by a box around it, once all is drawn. The test goes on where one is. */
export async function expectWholeTexts(page: Page, where: string): Promise<void> {
  await expect
    .configure({ soft: true })
    .poll(() => findCutTexts(page), { message: where, timeout: DRAWN })
    .toEqual([])
}

/**
 * The beginnings of texts that a box around them cuts off, which can neither be scrolled nor says so by an ellipsis. What nobody sees or
 * hears, and what repeats a text for the eye alone, is left out.
 */
function findCutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const visit = (node: Node) => {
      if (node instanceof Text && node.data.trim() !== '') check(node)
      if (!(node instanceof Element) || !node.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return
      if (node.matches('option, [inert], [aria-hidden="true"]') || getComputedStyle(node).clipPath === 'inset(50%)') return
      for (const child of (node.shadowRoot ?? node).childNodes) visit(child)
    }
    const check = (text: Text) => {
      const range = document.createRange()
      range.selectNodeContents(text)
      const { top, bottom, ...sides } = range.getBoundingClientRect().toJSON()
      let { left, right } = sides
      for (let box = text.parentElement; box; box = box.parentElement) {
        const { display, overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(box)
        if (display === 'inline' || (overflowX === 'visible' && overflowY === 'visible')) continue
        if (/auto|scroll/.test(overflowX + overflowY)) return
        const clip = box.getBoundingClientRect()
        const high = webkitLineClamp === 'none' ? Math.max(bottom - clip.bottom, clip.top - top) : 0
        // Beyond an ellipsis there is nothing of it any more.
        if (textOverflow === 'ellipsis') [left, right] = [Math.max(left, clip.left), Math.min(right, clip.right)]
        const wide = Math.max(right - clip.right, clip.left - left)
        if (Math.max(high, wide) <= 1.5) continue
        found.push(`${text.data.trim().slice(0, 30)}: ${Math.round(Math.max(high, wide))} px beyond ${box.className || box.tagName}`)
        return
      }
    }
    visit(document.documentElement)
    return found
  })
}
