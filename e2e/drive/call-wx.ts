import type { Page } from '@playwright/test'
import type { RequestFail, RequestOption, RequestSuccess } from '../../src/contract/wx/wx.ts'
import './page-globals.ts'

export type Received = { readonly via: 'success'; readonly result: RequestSuccess } | { readonly via: 'fail'; readonly result: RequestFail }

/** Calls `wx.request` in the page and gives what its callbacks were told. Options that JSON cannot hold are made in the page instead. */
export function callWx(page: Page, option: Omit<RequestOption, 'success' | 'fail' | 'complete'>): Promise<Received> {
  return page.evaluate(
    (given) =>
      new Promise<Received>((resolve) => {
        wx.request({
          ...given,
          success: (result) => resolve({ via: 'success', result }),
          fail: (result) => resolve({ via: 'fail', result }),
        })
      }),
    option,
  )
}
