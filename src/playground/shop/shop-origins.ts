/** Where the shop's API lives. The name can never be registered, and nothing of it is ever asked for outside the page. */
export const API_ORIGIN = 'https://api.hillside.example'

export const IMAGE_ORIGIN = 'https://img.hillside.example'

/** Left out of the domain list on purpose: the trouble page calls it. */
export const UNLISTED_ORIGIN = 'https://cdn.unlisted.example'

/** What the shop's owner would have entered as "request 合法域名". */
export const SHOP_DOMAINS: readonly string[] = [API_ORIGIN, IMAGE_ORIGIN]
