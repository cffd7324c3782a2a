import { TmplGroup } from 'glass-easel-template-compiler'
import { defineConfig } from 'vite'
import { wxInspector } from 'wx-request-inspector/vite'

const teas = {
  id: 'teas',
  name: 'List of teas',
  enabled: true,
  when: { url: 'https://api.example.com/goods' },
  respond: { kind: 'response', body: { json: [{ id: 1, name: 'Longjing' }] }, delay: 80 },
}

/** WXML becomes a module of the functions that draw it. */
const wxml = {
  name: 'wxml',
  transform(source, id) {
    if (!id.endsWith('.wxml')) return
    const templates = new TmplGroup()
    const [error] = templates.addTmpl('page', source)
    if (error) throw new Error(String(error))
    return { code: `export default (${templates.getTmplGenObjectGroups()})['page']`, map: null }
  },
}

export default defineConfig({
  plugins: [wxml, wxInspector({ rules: [teas] })],
})
