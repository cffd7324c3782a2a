import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin, ResolvedConfig } from 'vite'
import { InspectorError } from '../../contract/inspector-error.ts'
import type { InspectorOptions } from '../inspector/inspector-types.ts'
import { hostAskedFor, isOwnRequest } from './own-request.ts'
import { writeTaroModule } from './taro-module.ts'

/** What `wxInspector()` may be told: what `createInspector()` takes, as far as it is plain data. */
export interface WxInspectorPluginOptions extends Omit<InspectorOptions, 'clock' | 'handlers' | 'panel'> {
  readonly panel?: Omit<NonNullable<InspectorOptions['panel']>, 'container' | 'open'>
  /** Whether the panel is open when the page has loaded, until a person has opened or closed it. Default true. */
  readonly open?: boolean
  /**
   * A module of the project, such as `/src/wx-inspector.ts`, whose default export is merged over these options in the page:
   * for MSW handlers, and all else that is no plain data.
   */
  readonly setup?: string
}

/** As much of a Vite plugin as whoever lists it needs to know; the same for all versions of Vite. */
export interface WxInspectorPlugin {
  readonly name: string
  readonly apply: 'serve'
  readonly enforce: 'post'
}

/** Under this path of the dev server, below `base`, stands what the page loads of the inspector. */
const FOLDER = '@wx-request-inspector/'

/** Where this file is: beside all others that are published. */
const DIST = fileURLToPath(new URL('.', import.meta.url))

/**
 * Puts the inspector into the pages of a Vite dev server, before their own scripts, and leaves nothing in a build. Follows uni-app and Taro
 * where it finds them. For Vite 4.5 and newer. Throws an InspectorError `bad-option` for options that are no plain data.
 */
export function wxInspector(options: WxInspectorPluginOptions = {}): WxInspectorPlugin {
  refuseCode(options, 'options')
  const { open = true, setup, ...inspectorOptions } = options
  let config: ResolvedConfig

  const plugin: Plugin & WxInspectorPlugin = {
    name: 'wx-request-inspector',
    apply: 'serve',
    // Behind the framework's own plugins: Taro names its module there.
    enforce: 'post',
    config(user) {
      const taro = writeTaroModule(user.resolve?.alias, user.root ?? process.cwd())
      return taro === undefined ? undefined : { resolve: { alias: [{ find: /^@tarojs\/taro$/, replacement: taro }] } }
    },
    configResolved(resolved) {
      config = resolved
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        const serve = pathname.startsWith(config.base) ? findFile(pathname.slice(config.base.length)) : undefined
        if (!serve) return next()
        if (isOwnRequest(request, config.server)) return serve(request, response)
        response.statusCode = 403
        response.setHeader('Content-Type', 'text/plain; charset=utf-8')
        response.end(
          `[wx-request-inspector] Refused: ${hostAskedFor(request.headers)} is not an address of this server, or the page is of another origin. Add the host of the page to server.allowedHosts.`,
        )
      })
    },
    transformIndexHtml: {
      // Behind Vite's own step, which would look for the script in the project.
      order: 'post',
      handler: () => [{ tag: 'script', attrs: { type: 'module', src: `${config.base}${FOLDER}boot.js` }, injectTo: 'head-prepend' }],
    },
  }
  return plugin

  function findFile(path: string): ((request: IncomingMessage, response: ServerResponse) => void) | undefined {
    if (path === 'wx-sw.js') {
      // The project may have a worker of MSW's own, for itself.
      const source = readFileSync(join(DIST, path), 'utf8').replace('./mockServiceWorker.js', `./${FOLDER}mockServiceWorker.js`)
      return (_request, response) => sendScript(response, source)
    }
    if (path === 'mockServiceWorker.js') return existsSync(join(config.publicDir, path)) ? undefined : sendFile(path)
    if (!path.startsWith(FOLDER)) return undefined
    const file = posix.normalize(path.slice(FOLDER.length))
    return file === 'boot.js' ? (_request, response) => sendScript(response, bootScript()) : sendFile(file)
  }

  function bootScript(): string {
    const { base } = config
    const { serviceWorker = { url: `${base}wx-sw.js` } } = inspectorOptions
    return [
      "import { createInspector } from './index.js'",
      setup === undefined ? 'const setup = {}' : `import setup from ${JSON.stringify(posix.join(base, setup))}`,
      `const options = ${JSON.stringify({ ...inspectorOptions, serviceWorker })}`,
      `const panel = { open: ${open}, ...options.panel, ...setup.panel }`,
      'createInspector({ ...options, ...setup, panel }).install()',
      '',
    ].join('\n')
  }
}

function sendFile(file: string): ((request: IncomingMessage, response: ServerResponse) => void) | undefined {
  const path = join(DIST, file)
  if (!path.startsWith(DIST) || !/^\.(?:js|map)$/.test(extname(path)) || !existsSync(path) || !statSync(path).isFile()) return undefined
  return (_request, response) => {
    describe(response, extname(path) === '.map' ? 'application/json' : 'text/javascript')
    createReadStream(path).pipe(response)
  }
}

function sendScript(response: ServerResponse, source: string): void {
  describe(response, 'text/javascript')
  response.end(source)
}

function describe(response: ServerResponse, type: string): void {
  response.setHeader('Content-Type', `${type}; charset=utf-8`)
  response.setHeader('Cache-Control', 'no-cache')
  // Rules may hold what is nobody else's to read.
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
}

/** A config file runs in Node: what is no plain data would not reach the page. */
function refuseCode(value: unknown, path: string): void {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
    throw new InspectorError('bad-option', 'The options of the Vite plugin have to be plain data.', {
      issues: [{ path, message: `is a ${typeof value}; give it in the module that \`setup\` names` }],
    })
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) refuseCode(inner, `${path}.${key}`)
}
