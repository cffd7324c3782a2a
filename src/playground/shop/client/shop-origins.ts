/** Where the shop's API lives. The name can never be registered, and nothing of it is ever asked for outside the page. */
export const API_ORIGIN = 'https://api.hillside.example'

export const IMAGE_ORIGIN = 'https://img.hillside.example'

/** Left out of the domain list on purpose: the trouble page calls it. */
export const UNLISTED_ORIGIN = 'https://cdn.unlisted.example'

/** Where the keeper of the shop answers questions. */
export const CHAT_ORIGIN = 'wss://chat.hillside.example'

/** What the shop's owner would have entered as 合法域名, list by list. */
export const SHOP_DOMAINS = {
  request: [API_ORIGIN, IMAGE_ORIGIN],
  socket: [CHAT_ORIGIN],
  uploadFile: [API_ORIGIN],
  downloadFile: [IMAGE_ORIGIN],
} as const
