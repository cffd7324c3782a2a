import { servePages } from './page-server.mjs'

// node tools/serve-pages.mjs PORT: the built demo and the host pages, for the browser tests.
const port = Number(process.argv[2])
await servePages(port)
console.log(`http://127.0.0.1:${port}/`)
