import { mountPanel } from 'wx-request-inspector/panel'

let panel

/** The frame calls this, each time that it is loaded. */
globalThis.inspect = (source) => {
  panel?.unmount()
  panel = mountPanel(document.getElementById('panel'), { source })
}
