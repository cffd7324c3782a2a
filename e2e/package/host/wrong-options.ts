import { createInspector } from 'wx-request-inspector'
import { createEventSource, mountPanel } from 'wx-request-inspector/panel'
import { createWx } from 'wx-request-inspector/shim'

// Where a type is missing all is any, and nothing is wrong any more.

// @ts-expect-error There is no such platform.
createWx({ settings: { platform: 'symbian' } })
// @ts-expect-error There is no such platform.
createInspector({ settings: { platform: 'symbian' } })
// @ts-expect-error There is no such method.
createWx().reqest({ url: 'https://api.example.com/' })
// @ts-expect-error There is no moment without it.
createEventSource({})
// @ts-expect-error A handle can draw itself; this is none.
mountPanel(document.body, { source: 7 })
