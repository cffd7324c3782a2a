import type { Json } from '../../../contract/event/json.ts'
import type { Delay, MockAnswer, MockRule } from '../../../contract/mock/mock-rule.ts'
import type { Bilingual } from '../data/tea.ts'

/** A rule of the shop's API, named in both languages. */
export type ShopRule = Omit<MockRule, 'name' | 'enabled'> & { readonly name: Bilingual }

/** The answers that a rule may have, beside others, and what they are called. */
export type AnswerId = 'coded' | 'empty' | 'first' | 'broken'

export const answerNames: Readonly<Record<'zh' | 'en', Readonly<Record<AnswerId, string>>>> = {
  zh: { coded: '按代码', empty: '空列表', first: '首次访问', broken: '500' },
  en: { coded: 'As coded', empty: 'Empty list', first: 'First visit', broken: '500' },
}

type Response = Extract<MockAnswer, { kind: 'response' }>

type More = Pick<Response, 'status' | 'headers' | 'cookies'>

/** A JSON answer that takes about `mean` ms, as a server does. */
export function answerJson(json: Json, mean: number, more: More = {}): Response {
  return { kind: 'response', body: { json }, delay: around(mean), ...more }
}

/** The same, with `{{…}}` filled in from the call. */
export function answerTemplate(template: Json, mean: number, more: More = {}): Response {
  return { kind: 'response', body: { template }, delay: around(mean), ...more }
}

/** What the API says when something is wrong: a status, a stable code and a sentence in both languages. */
export function answerProblem(status: number, code: string, message: Bilingual, mean = 40): Response {
  return answerJson({ code, message: { ...message } }, mean, { status })
}

function around(mean: number): Delay {
  return { mean, jitter: Math.round(mean * 0.3), distribution: 'normal' }
}

/** Data of the shop as the JSON of an answer. */
export function toJson(data: unknown): Json {
  return JSON.parse(JSON.stringify(data)) as Json
}
