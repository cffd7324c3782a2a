import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe holds for serious or worse on the page as it is, shadow roots included: one line for each element. */
export async function findViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(SOURCE)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(context: Document, options: RunOptions): Promise<AxeResults> } }
    const { violations } = await axe.run(document, { resultTypes: ['violations'], elementRef: false })
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes.map((node) => ({
        id,
        impact: node.impact ?? impact,
        where: node.target.flat().join(' >> '),
        why: node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? '',
      })),
    )
  })
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, where, why }) => `${id} (${impact}) ${where}: ${why}`)
}
