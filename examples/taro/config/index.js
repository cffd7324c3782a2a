import { defineConfig } from '@tarojs/cli'
import { wxInspector } from 'wx-request-inspector/vite'

const teas = {
  id: 'teas',
  name: 'List of teas',
  enabled: true,
  when: { url: 'https://api.example.com/goods' },
  respond: { kind: 'response', body: { json: [{ id: 1, name: 'Longjing' }] }, delay: 80 },
}

export default defineConfig(() => ({
  projectName: 'example-taro',
  date: '2026-11-27',
  designWidth: 750,
  deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: 'dist',
  plugins: [],
  framework: 'react',
  compiler: { type: 'vite', vitePlugins: [wxInspector({ rules: [teas] })] },
  h5: { publicPath: '/', staticDirectory: 'static', devServer: { open: false } },
}))
