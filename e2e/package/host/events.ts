import { createInspector } from 'wx-request-inspector'
import { createEventSource, type EventPanelSource, mountPanel } from 'wx-request-inspector/panel'
import { OPTIONS } from './options.ts'

const inspector = createInspector(OPTIONS)
inspector.install()
// As from another page or a device: as JSON.
const source: EventPanelSource = createEventSource({ startedAt: inspector.startedAt, now: inspector.now })
inspector.subscribe((event) => {
  const { issues } = source.add(JSON.parse(JSON.stringify([event])))
  for (const { path, message } of issues) throw new Error(`${path} ${message}`)
})
const app = document.getElementById('app')
if (app) mountPanel(app, { source, language: 'en' })
