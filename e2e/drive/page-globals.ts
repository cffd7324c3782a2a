import type { Wx } from '../../src/contract/wx/wx.ts'
import type { WxInspector } from '../../src/entry/inspector/inspector-types.ts'

// What functions that run in the page find there.
declare global {
  var wx: Wx
  var wxInspector: WxInspector
}
