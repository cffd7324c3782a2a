/** The four lists of the admin page. One never covers another (DOM-2). */
export type DomainList = 'request' | 'socket' | 'uploadFile' | 'downloadFile'

/** In the order in which they are shown. */
export const DOMAIN_LISTS: readonly DomainList[] = ['request', 'socket', 'uploadFile', 'downloadFile']

/** One line of a domain list, such as `https://api.example.com` or `wss://ws.example.com`. */
export interface DomainEntry {
  readonly origin: string
  readonly enabled: boolean
}

/**
 * The clauses of the domain check in the order in which they are asked.
 * `switch`: is the check on at all (DOM-10). `local-network`: a LAN address needs no entry (DOM-6).
 * `scheme`: https or wss only (DOM-14). `listable`: no IP, localhost or api.weixin.qq.com (DOM-7, DOM-8).
 * `host`: exactly this host, no parent, no wildcard (DOM-3). `port`: exactly this port (DOM-4, DOM-5).
 */
export type DomainClauseId = 'switch' | 'local-network' | 'scheme' | 'listable' | 'host' | 'port'

/** The result of one clause. */
export interface DomainClause {
  readonly id: DomainClauseId
  /** `exempts` allows the call regardless of later clauses; `not-reached` was not evaluated. */
  readonly verdict: 'passes' | 'fails' | 'exempts' | 'not-reached'
  /** What the clause compared: the scheme, the host, the port, or the entry that matched or is closest. */
  readonly saw: string
}

/** The smallest change that would allow a refused call. */
export type DomainFix =
  | { readonly kind: 'add'; readonly list: DomainList; readonly origin: string }
  | { readonly kind: 'enable'; readonly list: DomainList; readonly origin: string }
  | { readonly kind: 'switch-off' }

/** The check of one call, clause by clause. */
export interface DomainCheck {
  readonly list: DomainList
  readonly verdict: 'allowed' | 'switched-off' | 'refused'
  readonly origin: string
  readonly clauses: readonly DomainClause[]
  /** Only if refused. */
  readonly fix?: DomainFix
  /** Only if refused: the call continued because `domainCheck` was `report`. */
  readonly reported?: true
}
