/** What the address of the demo page may ask for. Anything else in it is ignored. */
export interface PageQuery {
  readonly language?: 'zh' | 'en'
  readonly theme?: 'light' | 'dark' | 'auto'
  /** `?sw=off` leaves the page's own fetch and XHR alone. */
  readonly serviceWorker: boolean
  /** `?scenario=ID` starts in this scenario of the shop. */
  readonly scenario?: string
  /** `?panel=only` draws no preview. */
  readonly panelOnly: boolean
}

export function parsePageQuery(search: string): PageQuery {
  const query = new URLSearchParams(search)
  const language = oneOf(query.get('lang'), ['zh', 'en'] as const)
  const scenario = query.get('scenario')
  const theme = oneOf(query.get('theme'), ['light', 'dark', 'auto'] as const)
  return {
    ...(language ? { language } : {}),
    ...(theme ? { theme } : {}),
    ...(scenario ? { scenario } : {}),
    serviceWorker: query.get('sw') !== 'off',
    panelOnly: query.get('panel') === 'only',
  }
}

function oneOf<Value extends string>(given: string | null, known: readonly Value[]): Value | undefined {
  return known.find((value) => value === given)
}
