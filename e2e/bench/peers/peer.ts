/** Who answers the calls of a bench: a rule or, for who has none, the stub; a stub that stands where the page's fetch was; or the server of the page. */
export type Answering = 'rule' | 'stub' | 'server'

/** What one panel, or none, does for the same work. */
export interface Peer {
  /** Makes it, with its list of requests in sight when `open`. */
  prepare(answering: Answering, open: boolean): Promise<void>
  /** One small GET, as an app would make it; resolves with its answer parsed. `path` begins with a slash. */
  call(path: string): Promise<unknown>
  /** How many calls it knows of. */
  recorded(): number
  /** Puts the list of requests in sight. */
  show(): void
  /** Puts it away again. */
  hide(): void
  /** Scrolls the list: 0 is its beginning, 1 its end. */
  scrollTo(share: number): void
  /** The field of its filter, to be typed into; absent where it has none in its page. */
  field?(): HTMLInputElement
  /** Asks the list for the rows with this text in them, as far as it would have been typed; for a filter without such a field. */
  filter?(text: string): void
  /** A row in sight. */
  row(): HTMLElement
  /** What shows the details of the row that was clicked, once it does. */
  details(): Element | null | undefined
  /** Compares two calls, and gives the ms that took; absent where that is not offered, as the three below. */
  compare?(): Promise<number>
  /** Writes everything as a HAR. */
  export?(): unknown
  /** Clears the list; resolves when that can no longer be undone. */
  clear?(): Promise<void>
  /** Opens a HAR with so many entries; resolves when it is shown. */
  importHar?(file: Blob, entries: number): Promise<void>
}

/** What the body of every answer is. */
export const ANSWER = { list: Array.from({ length: 4 }, (_, id) => ({ id, name: `green tea ${id}`, price: 18 + id })) }

/** Scrolls what the browser scrolls. */
export function scrollElement(list: Element, share: number): void {
  list.scrollTop = (list.scrollHeight - list.clientHeight) * share
}

/** The first match, in shadow trees too. */
export function find(selector: string, root: ParentNode = document): HTMLElement | undefined {
  const found = root.querySelector<HTMLElement>(selector)
  if (found) return found
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const inner = shadowRoot && find(selector, shadowRoot)
    if (inner) return inner
  }
  return undefined
}

/** The same, where it has to be there. */
export function need(selector: string): HTMLElement {
  const found = find(selector)
  if (!found) throw new Error(`There is no ${selector}.`)
  return found
}
