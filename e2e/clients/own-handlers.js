import { HttpResponse, http } from 'msw'
import { createInspector } from '../../dist/index.js'

/** The built library as a project uses it: with MSW handlers of its own, and the panel in an element of the page. */
const inspector = createInspector({
  handlers: [
    http.get('https://api.example.com/hello', () => HttpResponse.json({ hello: 'world' }, { headers: { 'Set-Cookie': 'own=1; Path=/' } })),
    http.get('https://api.example.com/throws', () => {
      throw new Error('the kettle fell over')
    }),
    http.get('https://api.example.com/rejects', async () => {
      await null
      throw new TypeError('and the cups too')
    }),
  ],
  settings: { domains: { request: ['https://api.example.com'] } },
  serviceWorker: false,
  panel: { container: document.querySelector('#panel'), language: 'zh', theme: 'light' },
})
inspector.install()
inspector.open()
