import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Vite from 'vite'
import type { MockRule } from '../../src/contract/mock/mock-rule.ts'
import type { WxInspectorPlugin, WxInspectorPluginOptions } from '../../src/entry/vite/vite-plugin.ts'
import { ROOT } from '../../tools/ensure-install.mjs'
import { serve } from './serve.ts'

/** A small project of somebody's own, in a folder of its own, served by Vite. */
export interface ViteProject {
  readonly folder: string
  readonly port: number
  readonly server: Vite.ViteDevServer
  write(files: Readonly<Record<string, string>>): void
  [Symbol.asyncDispose](): Promise<void>
}

const HELLO = 'https://api.example.com/hello'

/** What the plugin is told in every project: a rule for the one call that the page makes. */
export const RULES: readonly MockRule[] = [
  {
    id: 'hello',
    name: 'hello',
    enabled: true,
    when: { url: HELLO },
    respond: { kind: 'response', body: { json: { hello: 'world' } } },
  },
]

const page = (title: string, script: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/app.css" />
  </head>
  <body>
    <h1>${title}</h1>
    <p role="status"></p>
    <script type="module" src="${script}"></script>
  </body>
</html>
`

const FILES = {
  'package.json': '{ "private": true, "type": "module" }',
  'public/app.css': 'h1 { color: darkgreen }',
  'index.html': page('First page', '/src/main.js'),
  'second.html': page('Second page', '/src/main.js'),
  'src/main.js': `import { greeting } from './greeting.js'
const status = document.querySelector('[role=status]')
let words = greeting
wx.request({ url: '${HELLO}', complete: ({ errMsg, data }) => (status.textContent = [words, errMsg, data?.hello].join(' ')) })
if (import.meta.hot) import.meta.hot.accept('./greeting.js', (next) => (status.textContent = words = next.greeting))
`,
  'src/greeting.js': "export const greeting = 'Good morning'\n",
}

/** The Vite of this project, or of the folder that WX_VITE names (tools/vite-versions.mjs). */
export async function loadVite(): Promise<typeof Vite> {
  const folder = process.env['WX_VITE'] ?? ROOT
  return import(pathToFileURL(join(folder, 'node_modules', 'vite', 'dist', 'node', 'index.js')).href)
}

/** The plugin as it is published. */
export async function loadPlugin(): Promise<(options?: WxInspectorPluginOptions) => WxInspectorPlugin> {
  const { wxInspector } = await import(pathToFileURL(join(ROOT, 'dist', 'vite.js')).href)
  return wxInspector
}

/** Makes the project with the plugin in it, and starts its dev server. */
export async function startVite(
  config: Vite.InlineConfig = {},
  options: WxInspectorPluginOptions = {},
  files: Readonly<Record<string, string>> = {},
  prepare: (folder: string) => void = () => {},
): Promise<ViteProject> {
  const [{ createServer: createVite }, wxInspector] = await Promise.all([loadVite(), loadPlugin()])
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wx-vite-')))
  const write = (some: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(some)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
  }
  write({ ...FILES, ...files })
  prepare(folder)
  const server = await createVite({
    root: folder,
    configFile: false,
    logLevel: 'error',
    plugins: [wxInspector({ rules: RULES, ...options })],
    ...config,
    server: { host: '127.0.0.1', port: 0, ...config.server },
  })
  if (!config.server?.middlewareMode) await server.listen()
  const address = server.httpServer?.address()
  return {
    folder,
    port: typeof address === 'object' && address ? address.port : 0,
    server,
    write,
    async [Symbol.asyncDispose]() {
      await server.close()
      rmSync(folder, { recursive: true, maxRetries: 5 })
    },
  }
}

/** A server in front of another one, which it asks under the name that the browser used, or under its own. */
export async function proxyTo(port: number, { keepHost }: { readonly keepHost: boolean }) {
  const server = createServer((incoming, outgoing) => {
    const headers = { ...incoming.headers, ...(!keepHost && { host: `127.0.0.1:${port}` }) }
    const passed = request({ host: '127.0.0.1', port, path: incoming.url, method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    passed.on('error', () => outgoing.destroy())
    incoming.pipe(passed)
  })
  server.on('upgrade', (incoming, socket) => {
    const upstream = connect(port, '127.0.0.1', () => {
      const lines = Object.entries(incoming.headers).map(([name, value]) => `${name}: ${value}`)
      upstream.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
      upstream.pipe(socket).pipe(upstream)
    })
    socket.on('error', () => upstream.destroy())
    upstream.on('error', () => socket.destroy())
  })
  return serve(server)
}
