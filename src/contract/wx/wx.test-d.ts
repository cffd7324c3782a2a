import { expectTypeOf, it } from 'vitest'
import type { RequestFail, RequestSuccess, RequestTask, Wx } from './wx.ts'

declare const wx: Wx

it('leaves res.data open unless the caller says what it expects', () => {
  wx.request({ url: '', success: (result) => expectTypeOf(result.data).toBeAny() })
  wx.request<{ items: string[] }>({ url: '', success: (result) => expectTypeOf(result.data.items).toEqualTypeOf<string[]>() })
  wx.request<ArrayBuffer>({
    url: '',
    responseType: 'arraybuffer',
    complete: (result) => expectTypeOf(result).toEqualTypeOf<RequestSuccess<ArrayBuffer> | RequestFail>(),
  })
})

it('may give no task', () => {
  expectTypeOf(wx.request({ url: '' })).toEqualTypeOf<RequestTask | undefined>()
  // @ts-expect-error a url is needed
  wx.request({})
  // @ts-expect-error there are only two ways
  wx.request({ url: '', redirect: 'error' })
})
