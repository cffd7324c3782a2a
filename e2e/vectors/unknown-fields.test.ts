import { describe, expect, it } from 'vitest'
import { unknownFields } from './unknown-fields.ts'
import type { Vector } from './vector.ts'

const fieldsOf = (more: object) =>
  unknownFields({ id: 'X', rule: 'REQ-1', api: 'request', env: {}, options: {}, expect: {}, confidence: 'inferred', ...more } as Vector)

describe('a vector that is not understood', () => {
  it('names no call, or nothing that must come of it', () => {
    expect(fieldsOf({ api: '', expect: undefined })).toEqual(['api is missing', 'expect is missing'])
  })

  it('says more than is known, in its own fields, its server, and what the server says next', () => {
    expect(fieldsOf({ tags: [] })).toEqual(['this runner does not know the field tags'])
    expect(fieldsOf(JSON.parse('{ "server": { "status": 200, "then": { "latency": 5 } } }'))).toEqual([
      'this runner does not know the field server.then.latency',
    ])
  })

  it('says more in a step that does nothing known; beside a call, what is not known is an option of it', () => {
    expect(fieldsOf({ steps: [{ wait: 5 }] })).toEqual(['this runner does not know the field steps[0].wait'])
    expect(fieldsOf({ steps: [{ call: 'request', server: { wait: 5 } }] })).toEqual([
      'this runner does not know the field steps[0].server.wait',
    ])
    expect(fieldsOf({ steps: [{ call: 'request', expect: { errMsg: 'x' } }] })).toEqual([
      'this runner does not know the field steps[0].expect',
    ])
    expect(fieldsOf({ steps: [{ call: 'task.close', code: 1000 }, { waitMs: 5 }] })).toEqual([])
  })
})
