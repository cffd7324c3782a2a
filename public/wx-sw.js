// Stands in front of MSW's worker and lets go by what must not pass through it.
//
// A call that has passed MSW's worker cannot be aborted any more and loses its measured timing. So the calls of the
// inspector's own fetch (marked `#wx=`) and of its relay go straight to the network. What the page loads for itself
// goes there too: no rule is about it, and a dev server sends hundreds of modules.
const OWN_LOADS = new Set(['document', 'iframe', 'frame', 'script', 'style', 'font', 'manifest', 'worker', 'sharedworker', 'serviceworker'])

if ('registration' in self) {
  addEventListener('fetch', (event) => {
    const url = new URL(event.request.url)
    const isRelay = url.origin === location.origin && url.pathname.startsWith('/__relay')
    if (isRelay || url.hash.startsWith('#wx=') || OWN_LOADS.has(event.request.destination)) event.stopImmediatePropagation()
  })

  importScripts('./mockServiceWorker.js')
} else {
  // Loaded as a plain worker: the inspector asks whether this file is served at all.
  postMessage('wx-sw')
}
