/** The fragment of a URL is not sent to a server, but the service worker and the page's resource timing see it. */
const MARK = '#wx='

/** Marks a call that our own `fetch` sends, so that no service worker answers or records it again and its resource timing can be found. */
export function markUrl(url: string, taskId: string): string {
  return `${url.replace(/#.*$/s, '')}${MARK}${encodeURIComponent(taskId)}`
}

/** Whether `markUrl` marked this URL. */
export function isMarkedUrl(url: string): boolean {
  return url.includes(MARK)
}
