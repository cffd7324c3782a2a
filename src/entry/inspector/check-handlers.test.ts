import { HttpResponse, http, ws } from 'msw'
import { graphql } from 'msw/graphql'
import * as msw2 from 'msw-2'
import { expect, it } from 'vitest'
import type { InspectorError } from '../../contract/inspector-error.ts'
import { createInspector } from '../inspector.ts'

const URL = 'https://api.example.com/teas'
const SOCKET = 'wss://api.example.com/live'

function refusalOf(handlers: readonly unknown[]): InspectorError | undefined {
  try {
    void createInspector({ serviceWorker: false, handlers }).dispose()
    return undefined
  } catch (thrown) {
    return thrown as InspectorError
  }
}

it('takes every kind of handler of MSW 3', () => {
  const handlers = [
    http.get(URL, () => HttpResponse.json([])),
    graphql.link(URL).query('Teas', () => HttpResponse.json({ data: {} })),
    ws.link(SOCKET).addEventListener('connection', () => {}),
  ]
  expect(refusalOf(handlers)).toBeUndefined()
})

it.each<[string, unknown]>([
  ['http', msw2.http.get(URL, () => msw2.HttpResponse.json([]))],
  ['graphql', msw2.graphql.query('Teas', () => msw2.HttpResponse.json({ data: {} }))],
  ['ws', msw2.ws.link(SOCKET).addEventListener('connection', () => {})],
])('refuses a handler of MSW 2 (%s), with its place, its version and the remedy', (_, handler) => {
  expect(refusalOf([http.get(URL, () => {}), handler])).toMatchObject({
    code: 'bad-option',
    issues: [{ path: 'handlers[1]', message: expect.stringMatching(/MSW 2;.*npm install --save-dev msw@3.*`rules`/) }],
  })
})

it.each([
  ['a function', () => {}],
  ['a link without a listener', ws.link(SOCKET)],
  ['nothing', undefined],
])('refuses what is no handler at all: %s', (_, handler) => {
  expect(refusalOf([handler])?.issues).toEqual([{ path: 'handlers[0]', message: expect.stringContaining('is no handler of MSW') }])
})
