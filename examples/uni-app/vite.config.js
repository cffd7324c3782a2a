import uni from '@dcloudio/vite-plugin-uni'
import { defineConfig } from 'vite'
import { wxInspector } from 'wx-request-inspector/vite'

const teas = {
  id: 'teas',
  name: 'List of teas',
  enabled: true,
  when: { url: 'https://api.example.com/goods' },
  respond: { kind: 'response', body: { json: [{ id: 1, name: 'Longjing' }] }, delay: 80 },
}

export default defineConfig({
  plugins: [uni(), wxInspector({ rules: [teas] })],
})
