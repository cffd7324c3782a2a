import { CurrentWindowBackendContext, triggerEvent } from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import content from './pages/index/index.wxml'

const PAGE = 'pages/index/index'
const api = new URLSearchParams(location.search).get('api') ?? 'https://api.example.com'

const env = new MiniProgramEnv()
const code = env.createCodeSpace('main', true)
code.addComponentStaticConfig(PAGE, { component: true, usingComponents: {} })
code.addCompiledTemplate(PAGE, { groupList: { [PAGE]: content }, content })

// What a mini-program finds.
globalThis.getApp = () => ({ globalData: { api } })
globalThis.Page = (definition) => code.componentEnv(PAGE, ({ Page }) => Page(definition))
await import('./pages/index/index.js')

const root = env.associateBackend(new CurrentWindowBackendContext()).createRoot('body', code, PAGE)
root.attach(document.body, document.body.appendChild(document.createElement('span')))

addEventListener('click', ({ target }) => {
  const element = target.__wxElement ?? target.parentNode?.__wxElement
  if (element) triggerEvent(element, 'tap', {}, { bubbles: true, composed: true })
})
