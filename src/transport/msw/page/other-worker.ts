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
  const ours = new URL(url, location.href).href
  const scope = new URL('./', ours).href
  for (const registration of await container.getRegistrations()) {
    const worker = registration.active ?? registration.waiting ?? registration.installing
    const isNearer = registration.scope.length > scope.length && location.href.startsWith(registration.scope)
    if (worker && worker.scriptURL !== ours && (registration.scope === scope || isNearer)) return worker.scriptURL
  }
  return undefined
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
