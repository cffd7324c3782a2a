import type { Json } from '../../contract/event/json.ts'
import type { Issue } from '../../contract/inspector-error.ts'
import type { MockAnswer } from '../../contract/mock/mock-rule.ts'
import { isObject, listIn, textIn } from '../../contract/read-values.ts'
import type { Draft } from './import-result.ts'

/** YApi's "json" export: a list of categories. Its answers are templates in the syntax of Mock.js. Its file names no host, so rules match the path of any. */
export function readYapi(file: readonly unknown[]): { readonly drafts: readonly Draft[]; readonly skipped: readonly Issue[] } {
  const drafts: Draft[] = []
  const skipped: Issue[] = []
  file.forEach((category, nth) => {
    if (!isObject(category)) return
    const group = textIn(category, 'name')
    listIn(category, 'list').forEach((api, index) => {
      const path = `[${nth}].list[${index}]`
      const address = isObject(api) ? textIn(api, 'path') : undefined
      if (!isObject(api) || !address?.startsWith('/')) {
        skipped.push({ path, message: 'has no path that begins with /' })
        return
      }
      if (api['res_body_is_json_schema'] === true) {
        skipped.push({ path: `${path}.res_body`, message: 'is a JSON Schema: import an OpenAPI export of the project instead' })
        return
      }
      drafts.push({
        path,
        name: textIn(api, 'title') ?? address,
        ...(group && { group }),
        method: (textIn(api, 'method') ?? 'GET').toUpperCase(),
        url: `*${address.replace(/\{([A-Za-z_]\w*)\}/g, ':$1')}`,
        answers: [{ name: 'YApi', ...answerOf(textIn(api, 'res_body') ?? '', textIn(api, 'res_body_type') ?? 'json') }],
      })
    })
  })
  return { drafts, skipped }
}

function answerOf(text: string, type: string): MockAnswer {
  if (text === '') return { kind: 'response' }
  if (type !== 'json') return { kind: 'response', body: { text } }
  try {
    return { kind: 'response', body: { mockjs: JSON.parse(text) as Json } }
  } catch {
    return { kind: 'response', headers: { 'Content-Type': 'application/json; charset=utf-8' }, body: { text } }
  }
}
