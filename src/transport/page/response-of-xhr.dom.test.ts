// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import type { Answer } from '../../contract/transport.ts'
import { ResponseOfXhr } from './response-of-xhr.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const answer = (header: Record<string, string>): Answer => ({ statusCode: 201, header, cookies: [], chunks: (async function* () {})() })

function setUp(responseType: XMLHttpRequestResponseType = '') {
  const xhr = new XMLHttpRequest()
  Object.defineProperty(xhr, 'responseType', { value: responseType })
  const events: unknown[] = []
  for (const type of ['loadstart', 'progress', 'load', 'error', 'abort', 'loadend'])
    xhr.addEventListener(type, (event) => {
      const { lengthComputable, loaded, total } = event as ProgressEvent
      events.push(lengthComputable ? `${type} ${loaded}/${total}` : `${type} ${loaded}`)
    })
  xhr.addEventListener('readystatechange', () => events.push(xhr.readyState))
  return { xhr, events, response: new ResponseOfXhr(xhr) }
}

it('tells a framework how far an answer has come, and how far it will come where the server says so', () => {
  const { events, response, xhr } = setUp()
  response.head(answer({ 'Content-Length': '6', 'Set-Cookie': 'a=1' }), 'https://api.example.com/x')
  response.piece(bytes('two'))
  response.piece(bytes('too'))
  response.end()
  expect(events).toEqual(['loadstart 0', 2, 3, 'progress 3/6', 3, 'progress 6/6', 4, 'load 6/6', 'loadend 6/6'])
  expect([xhr.status, xhr.responseURL, xhr.responseText]).toEqual([201, 'https://api.example.com/x', 'twotoo'])
  expect([response.header('content-length'), response.header('set-cookie'), response.allHeaders()]).toEqual([
    '6',
    null,
    'content-length: 6\r\n',
  ])
})

it('gives the answer in the form that was asked for, and only at its end', () => {
  const { response, xhr } = setUp('json')
  response.head(answer({}), 'https://api.example.com/x')
  response.piece(bytes('{"tea":'))
  expect(xhr.response).toBeNull()
  response.piece(bytes('1}'))
  response.end()
  expect(xhr.response).toEqual({ tea: 1 })
  expect(() => xhr.responseText).toThrow("only accessible if the object's 'responseType' is '' or 'text'")
})

it('shows nothing of an answer that broke off', () => {
  const { events, response, xhr } = setUp()
  response.head(answer({}), 'https://api.example.com/x')
  response.piece(bytes('half'))
  response.fail('error')
  expect(events.slice(-3)).toEqual([4, 'error 0', 'loadend 0'])
  expect([xhr.status, xhr.responseURL, xhr.responseText]).toEqual([0, '', ''])
})
