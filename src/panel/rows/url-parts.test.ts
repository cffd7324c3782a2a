import { describe, expect, it } from 'vitest'
import { hostOf, readable, splitUrl } from './url-parts.ts'

describe('splitUrl', () => {
  it.each([
    ['https://api.example.com/goods/12?from=home#top', 'api.example.com', '12', '/goods/12', '?from=home'],
    ['http://127.0.0.1:8080/', '127.0.0.1:8080', '/', '/', ''],
    ['https://api.example.com', 'api.example.com', '/', '', ''],
    ['https://api.example.com?page=2', 'api.example.com', '/', '', '?page=2'],
    ['https://user:secret@api.example.com/a/b', 'api.example.com', 'b', '/a/b', ''],
    ['/goods?id=1', '', 'goods', '/goods', '?id=1'],
    ['https://[::1]:3000/a', '[::1]:3000', 'a', '/a', ''],
    ['', '', '/', '', ''],
    ['https://api.example.com/go?to=https://other.example.com/x', 'api.example.com', 'go', '/go', '?to=https://other.example.com/x'],
  ])('cuts %j', (url, host, name, path, query) => {
    expect(splitUrl(url)).toEqual({ host, name, path, query })
    expect(hostOf(url)).toBe(host)
  })
})

it('reads escapes for eyes, but none that would make two pairs of one, and leaves what is broken', () => {
  expect(readable('?q=%E8%8C%B6%26b%3D1&p=100%&r=%ff%E8%8C%B6&a+b')).toBe('?q=茶%26b%3D1&p=100%&r=%ff%E8%8C%B6&a+b')
})
