// The panel first, so that it is there when the frame tells of its inspector.
if (import.meta.env.DEV) await import('./panel.js')
document.querySelector('iframe').src = `/app.html${location.search}`
