import { createInspector } from 'wx-request-inspector'

const teas = {
  id: 'teas',
  name: 'List of teas',
  enabled: true,
  when: { url: 'https://api.example.com/goods' },
  respond: { kind: 'response', body: { json: [{ id: 1, name: 'Longjing' }] }, delay: 80 },
}

const inspector = createInspector({ rules: [teas], serviceWorker: false })
inspector.install()
parent.inspect(inspector)
