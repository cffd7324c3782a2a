import { HttpResponse, http } from 'msw'
import { setupWorker } from 'msw/browser'

/** A host page that mocks its own calls with MSW 3, as its documentation says. */
globalThis.hostStarted = setupWorker(http.get('https://api.example.com/own', () => HttpResponse.json({ by: 'the host' }))).start({
  quiet: true,
  onUnhandledFrame: 'bypass',
})
