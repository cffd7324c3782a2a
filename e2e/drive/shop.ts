import { expect, type Locator, type Page } from '@playwright/test'
import { escapeRegExp } from './panel.ts'

/** The mini-program in the phone, as a person taps through it. */
export class Shop {
  readonly phone: Locator

  constructor(page: Page) {
    this.phone = page.getByRole('region', { name: '小程序预览' })
  }

  /** Goes to a tab of the tab bar. */
  async goTo(tab: '首页' | '搜索' | '购物车' | '我的' | '异常场景'): Promise<void> {
    await this.phone.getByRole('navigation', { name: '标签栏' }).getByRole('button', { name: tab }).click()
  }

  page(title: string): Locator {
    return this.phone.getByRole('region', { name: title, exact: true })
  }

  /** Plays one of the buttons of the trouble page and waits until it is over; gives where the app says how that went. */
  async makeTrouble(title: string): Promise<Locator> {
    const button = this.#trouble(title)
    await this.page('异常场景').locator(button).click()
    await expect(this.page('异常场景').locator(button)).toBeEnabled()
    return this.page('异常场景').getByRole('listitem').filter({ has: button }).getByRole('status')
  }

  /** A button of the trouble page, whose name begins with its title. */
  trouble(title: string): Locator {
    return this.page('异常场景').locator(this.#trouble(title))
  }

  #trouble(title: string): Locator {
    return this.phone.page().getByRole('button', { name: new RegExp(`^${escapeRegExp(title)}`) })
  }
}
