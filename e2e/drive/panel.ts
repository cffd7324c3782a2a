import { expect, type Locator, type Page } from '@playwright/test'

/** A shape before the words of a cell, so that nothing hangs on colour. */
const SIGN = '(?:[●▲■✕⊘○◦↪◆✓]\\s*)?'

/** The panel as a person meets it: by the roles and the Chinese names of what it shows. */
export class Panel {
  readonly page: Page
  readonly frame: Locator
  readonly grid: Locator
  /** The calls in view, the head left out. */
  readonly rows: Locator
  readonly details: Locator
  readonly filter: Locator
  readonly notices: Locator

  constructor(page: Page) {
    this.page = page
    this.frame = page.getByRole('region', { name: '请求面板', exact: true })
    this.grid = this.frame.getByRole('grid', { name: '请求列表' })
    this.rows = this.grid.getByRole('row').filter({ has: page.getByRole('gridcell') })
    this.details = this.frame.getByRole('region', { name: '请求详情' })
    this.filter = this.frame.getByRole('combobox', { name: '过滤请求' })
    this.notices = this.frame.getByRole('region', { name: '提示' })
  }

  /** Rows whose name or url has this text. */
  row(text: string | RegExp): Locator {
    return this.rows.filter({ hasText: text })
  }

  button(name: string): Locator {
    return this.frame.getByRole('button', { name, exact: true })
  }

  /** The names of the columns from left to right. */
  async columns(): Promise<string[]> {
    await expect(this.grid).toBeVisible()
    const texts = await this.grid.getByRole('columnheader').getByRole('button').allInnerTexts()
    // Those of the time axis are signs.
    return texts.filter((text) => text !== '')
  }

  async cell(row: Locator, column: string): Promise<Locator> {
    const place = (await this.columns()).findIndex((name) => name.startsWith(column))
    expect(place, `the list has a column ${column}`).toBeGreaterThanOrEqual(0)
    return row.getByRole('gridcell').nth(place)
  }

  /** Holds the cells of a row against what a screen reader says of them, each under the name of its column. */
  async expectRow(row: Locator, cells: Readonly<Record<string, string | RegExp>>): Promise<void> {
    for (const [column, text] of Object.entries(cells)) {
      const whole = typeof text === 'string' ? new RegExp(`^${SIGN}${escapeRegExp(text)}$`, 'u') : text
      await expect(await this.cell(row, column), column).toHaveAccessibleName(whole)
    }
  }

  /** What stands in some columns, row by row from the top; a picture stands for what it is called. */
  async table(...names: readonly string[]): Promise<string[][]> {
    const columns = await this.columns()
    const places = names.map((name) => columns.findIndex((column) => column.startsWith(name)))
    const rows = await this.rows.evaluateAll((elements) =>
      elements
        .sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
        .map((row) =>
          [...row.querySelectorAll('[role="gridcell"]')].map(
            (cell) => cell.querySelector('[role="img"]')?.ariaLabel ?? cell.textContent ?? '',
          ),
        ),
    )
    return rows.map((cells) => places.map((place) => (cells[place] ?? '').replace(new RegExp(`^${SIGN}`, 'u'), '').trim()))
  }

  /** Opens the details of a row, at a tab. */
  async open(row: Locator, tab?: string): Promise<void> {
    await listRests(this.grid)
    await (await this.cell(row, '名称')).click()
    // The list and the details are drawn together, so these are the details of that row.
    await expect(row).toHaveAttribute('aria-selected', 'true')
    await expect(this.details).toBeVisible()
    if (tab) await this.openTab(tab)
  }

  async close(): Promise<void> {
    await this.details.getByRole('button', { name: '关闭详情' }).click()
    await expect(this.details).toHaveCount(0)
  }

  async openTab(name: string): Promise<Locator> {
    const tab = this.details.getByRole('tab', { name, exact: true })
    await tab.click()
    await expect(tab).toHaveAttribute('aria-selected', 'true')
    // Most tabs are loaded when they are first opened.
    await expect(this.tab.getByText('正在加载')).toHaveCount(0)
    return this.tab
  }

  /** What the selected tab shows. */
  get tab(): Locator {
    return this.details.getByRole('tabpanel')
  }

  /** A table of names and values in the selected tab. */
  async pairs(name: string): Promise<Record<string, string>> {
    const rows = this.tab.getByRole('table', { name, exact: true }).getByRole('row')
    await expect(rows).not.toHaveCount(0)
    return Object.fromEntries(
      await rows.evaluateAll((elements) =>
        elements.map((row) => [row.querySelector('th')?.textContent ?? '', row.querySelector('td')?.firstChild?.textContent ?? '']),
      ),
    )
  }

  /** A fact of the overview. */
  fact(name: string): Locator {
    return this.tab
      .locator('dl > div')
      .filter({ has: this.page.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) }) })
      .getByRole('definition')
  }

  async chooseView(name: '请求' | 'Mock' | '合法域名' | '环境'): Promise<void> {
    await this.frame.getByRole('group', { name: '视图' }).getByRole('button', { name, exact: true }).click()
  }
}

/**
 * Waits until a list that was scrolled rests. Its rows are drawn in elements of rows that have gone, and stand in their order only then:
 * before, the element that was found may become that of another row until it is pressed.
 */
export async function listRests(grid: Locator): Promise<void> {
  const places = () => grid.locator('[role="row"]').evaluateAll((rows) => rows.map((row) => Number(row.ariaRowIndex)))
  await expect(async () => {
    const read = await places()
    expect(read).toEqual(read.toSorted((a, b) => a - b))
  }).toPass()
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
