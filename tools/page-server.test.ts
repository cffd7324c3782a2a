import type { Server } from 'node:http'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { servePages } from './page-server.mjs'

describe('servePages', () => {
  let server: Server
  beforeAll(async () => {
    server = await servePages(0)
  })
  afterAll(() => server.close())

  // fetch would tidy `..` away before it reaches the server.
  const get = (path: string) =>
    new Promise<{ status: number | undefined; policy: string | undefined }>((resolve, reject) => {
      const { port } = server.address() as AddressInfo
      request({ port, host: '127.0.0.1', path }, (response) => {
        response.resume()
        const policy = response.headers['content-security-policy']
        resolve({ status: response.statusCode, policy: Array.isArray(policy) ? policy[0] : policy })
      })
        .on('error', reject)
        .end()
    })

  it('gives the strict page its policy, and only that one', async () => {
    expect((await get('/e2e/pages/strict.html')).policy).toContain("require-trusted-types-for 'script'")
    expect(await get('/e2e/pages/plain.html')).toEqual({ status: 200, policy: undefined })
  })

  it('gives nothing but the built files and the test pages away', async () => {
    for (const path of [
      '/package.json',
      '/e2e/../package.json',
      '/dist/../package.json',
      '/%2e%2e/package.json',
      '/e2e/%2e%2e/package.json',
      '/e2e/pages/',
      '/%',
    ]) {
      expect(await get(path), path).toMatchObject({ status: 404 })
    }
  })
})
