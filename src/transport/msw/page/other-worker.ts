/** Another service worker has the place that ours would take, or controls the page. */
export class OtherWorkerError extends Error {
  readonly scriptUrl: string

  constructor(scriptUrl: string) {
    super(`Another service worker is here: ${scriptUrl}`)
    this.scriptUrl = scriptUrl
  }
}

/** The script of another worker that ours would push away, or that stands nearer to this page than ours could. */
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
 * Whether a script is served there. To register a service worker that is not, or to fetch it, leaves red lines in the console; to load it as
 * a plain worker does not.
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
        // A script that was loaded and then failed says why.
        end(Boolean(event.message))
      }
    } catch {
      // The policy of the page allows none; it would not allow ours either.
      resolve(false)
    }
  })
}
