import { createInspector } from 'wx-request-inspector'
import { mountPanel } from 'wx-request-inspector/panel'
import { OPTIONS } from './options.ts'

const inspector = createInspector(OPTIONS)
inspector.install()
const app = document.getElementById('app')
if (app) mountPanel(app, { source: inspector, language: 'en' })
