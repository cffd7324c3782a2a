/** Another service worker is registered where ours would be, or controls the page. */
export class OtherWorkerError extends Error {
  readonly scriptUrl: string

  constructor(scriptUrl: string) {
    super(`Another service worker is here: ${scriptUrl}`)
    this.scriptUrl = scriptUrl
  }
}

/** The script URL of another worker that ours would replace, or whose scope is closer to this page than ours can be. */
export async function otherWorkerAt(container: ServiceWorkerContainer, url: string): Promise<string | undefined> {
  for (const { active, waiting, installing, scope } of await container.getRegistrations()) {
    const worker = active ?? waiting ?? installing
    if (worker && isInTheWay(worker.scriptURL, scope, url)) return worker.scriptURL
  }
  return undefined
}

/** The workers that the page registers while ours starts. */
export interface RegistrationWatch {
  /** The script URL of the first one that is in the way. */
  readonly other: string | undefined
  stop(): void
}

/**
 * Of two workers with one scope the one registered last stays, and a registration is listed only after its script has loaded. So the page's own
 * calls of `register` are watched while ours starts, and after one of them ours is not registered any more.
 */
export function watchRegistrations(container: ServiceWorkerContainer, url: string): RegistrationWatch {
  let other: string | undefined
  const { register } = container
  const watched: ServiceWorkerContainer['register'] = (script, options) => {
    const scriptUrl = new URL(String(script), location.href).href
    const scope = options?.scope === undefined ? new URL('./', scriptUrl) : new URL(options.scope, location.href)
    if (isInTheWay(scriptUrl, scope.href, url)) other ??= scriptUrl
    else if (other !== undefined && isOurs(scriptUrl, url)) return Promise.reject(new OtherWorkerError(other))
    return register.call(container, script, options)
  }
  Object.defineProperty(container, 'register', { configurable: true, writable: true, value: watched })
  return {
    get other() {
      return other
    },
    stop() {
      if (container.register === watched) Reflect.deleteProperty(container, 'register')
    },
  }
}

/** Whether a script is that of our worker, whose URL may be relative to the page. */
export function isOurs(scriptUrl: string, url: string): boolean {
  return scriptUrl === new URL(url, location.href).href
}

function isInTheWay(scriptUrl: string, scope: string, url: string): boolean {
  const ourScope = new URL('./', new URL(url, location.href)).href
  const isNearer = scope.length > ourScope.length && location.href.startsWith(scope)
  return !isOurs(scriptUrl, url) && (scope === ourScope || isNearer)
}

/**
 * Whether a script is served at this URL. Registering or fetching a missing one logs errors in the console; loading it as a plain worker
 * does not.
 */
export function isServed(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const worker = new Worker(url)
      const end = (served: boolean) => {
        worker.terminate()
        resolve(served)
      }
      worker.onmessage = () => end(true)
      worker.onerror = (event) => {
        event.preventDefault()
        // A script that was loaded and then failed has a message.
        end(Boolean(event.message))
      }
    } catch {
      // The page's policy forbids workers, so it would forbid ours too.
      resolve(false)
    }
  })
}
