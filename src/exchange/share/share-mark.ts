/** What stands before shared rules in the hash of an address. The page's own hash may stand before it. */
export const SHARE_MARK = '#wx-mocks='
