/** The name of a rule of docs/wechat.md in a text. */
const RULE = /\b(?:REQ|CONV|HDR|METH|URL|RES|PROF|TASK|CHUNK|REDIR|LIM|BG|ERR|DOM|HTTPDNS|UP|DOWN|WS)-\d+\b/g

/** The rules that a text names, in that order. */
export function rulesIn(text: string): readonly string[] {
  return text.match(RULE) ?? []
}

/** A text cut at the names of rules: text, name, text, name … text. */
export function splitAtRules(text: string): readonly string[] {
  return text.split(new RegExp(`(${RULE.source})`))
}
