import { HttpResponse, http } from 'msw-2'
import { setupWorker } from 'msw-2/browser'

/** A host page that mocks its own calls with MSW 2, as its documentation says. */
globalThis.hostStarted = setupWorker(http.get('https://api.example.com/own', () => HttpResponse.json({ by: 'the host' }))).start({
  quiet: true,
  onUnhandledRequest: 'bypass',
})
