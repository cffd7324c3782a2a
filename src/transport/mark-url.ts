/** The fragment of a url never reaches a server, yet the service worker and the page's resource timing see it. */
const MARK = '#wx='

/** Marks a call that our own fetch sends, so that no worker answers or records it a second time and its timing can be found. */
export function markUrl(url: string, taskId: string): string {
  return `${url.replace(/#.*$/s, '')}${MARK}${encodeURIComponent(taskId)}`
}

export function isMarkedUrl(url: string): boolean {
  return url.includes(MARK)
}
