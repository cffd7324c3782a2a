import { expect, it } from 'vitest'
import { type ResponseAnswer, textOfBody, withBodyText } from './answer-body.ts'

const recorded: ResponseAnswer = { kind: 'response', headers: { 'Content-Type': 'application/json' }, body: { json: { price: 168 } } }

it('keeps a body as data where JavaScript can hold it', () => {
  expect(withBodyText(recorded, '{"price": 9900}')).toEqual({ ...recorded, body: { json: { price: 9900 } } })
})

it('keeps a number of twenty digits, and repeated keys, as text', () => {
  for (const text of ['{"id":12345678901234567890}', '{"a":1,"a":2}', '{"price":1.50}']) {
    const changed = withBodyText(recorded, text)
    expect(changed).toEqual({ ...recorded, body: { text } })
    expect(textOfBody(changed)).toBe(text)
  }
})

it('says that text which was data is JSON still', () => {
  expect(withBodyText({ kind: 'response', body: { json: 1 } }, '1e400')).toEqual({
    kind: 'response',
    headers: { 'content-type': 'application/json' },
    body: { text: '1e400' },
  })
})

it('leaves a template one', () => {
  expect(withBodyText({ kind: 'response', body: { template: { a: '{{query.a}}' } } }, '{"a":"x"}').body).toEqual({ template: { a: 'x' } })
})

it('has no text for bytes', () => {
  expect(textOfBody({ kind: 'response', body: { base64: 'AAAA' } })).toBeUndefined()
})
