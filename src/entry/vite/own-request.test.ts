import { expect, it } from 'vitest'
import { isOwnRequest, type ServerNames } from './own-request.ts'

const ask = (headers: Record<string, string>, server: ServerNames = {}) => isOwnRequest({ headers }, server)

it.each(['localhost:5173', '127.0.0.1:5173', '[::1]:5173', '192.168.1.20:5173', 'shop.localhost'])('answers under %s', (host) => {
  expect(ask({ host })).toBe(true)
})

it.each(['evil.example', 'localhost.evil.example:5173', 'notlocalhost', '127.0.0.1.evil.example', ''])(
  'answers nobody under a name that it does not know: "%s"',
  (host) => {
    expect(ask({ host })).toBe(false)
  },
)

it.each<[string, ServerNames]>([
  ['dev.example.com', { allowedHosts: ['dev.example.com'] }],
  ['a.dev.example.com', { allowedHosts: ['.dev.example.com'] }],
  ['dev.example.com', { allowedHosts: ['.dev.example.com'] }],
  ['anything.example', { allowedHosts: true }],
  ['MyMachine:5173', { host: 'mymachine' }],
  ['proxy.example.com', { origin: 'https://proxy.example.com:8443' }],
])('answers under %s where Vite is told to', (host, server) => {
  expect(ask({ host }, server)).toBe(true)
  if (server.allowedHosts !== true) expect(ask({ host: 'evil.example' }, server)).toBe(false)
})

it.each([
  { origin: 'http://evil.example' },
  { origin: 'http://localhost:3000' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
])('gives nothing to a page of another origin: %o', (headers) => {
  expect(ask({ host: 'localhost:5173', ...headers })).toBe(false)
})

it('gives its own page what it asks for', () => {
  expect(ask({ host: 'localhost:5173', origin: 'http://localhost:5173', 'sec-fetch-site': 'same-origin' })).toBe(true)
  expect(ask({ host: 'localhost:5173', 'sec-fetch-site': 'none' })).toBe(true)
})

it("believes the browser where it says so itself, whatever name a proxy in front has put in place of the site's", () => {
  const headers = { host: '127.0.0.1:5173', origin: 'https://shop.example', 'sec-fetch-site': 'same-origin' }
  expect(ask(headers)).toBe(true)
})

it('takes the name of the site from the configuration where the browser says nothing and a proxy changes it', () => {
  const headers = { host: '127.0.0.1:5173', origin: 'http://shop.example:8080' }
  expect(ask(headers)).toBe(false)
  expect(ask(headers, { allowedHosts: ['shop.example'] })).toBe(true)
  expect(ask(headers, { origin: 'http://shop.example:8080' })).toBe(true)
})

it('finds the name in HTTP/2 too, where there is no Host', () => {
  expect(ask({ ':authority': 'localhost:5173' })).toBe(true)
  expect(ask({ ':authority': 'evil.example' })).toBe(false)
})
