import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from './ensure-install.mjs'

const RULE = /\b(?:REQ|CONV|HDR|METH|URL|RES|PROF|TASK|CHUNK|REDIR|ERR|DOM|BG|HTTPDNS|LIM|UP|DOWN|WS|PLAT|C|U)-\d+\b/g

it('every rule that the sources name is explained in docs/wechat.md', () => {
  const explained = new Set(readFileSync(join(ROOT, 'docs', 'wechat.md'), 'utf8').match(RULE))
  const named = new Map<string, string>()
  for (const path of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(path)) continue
    for (const rule of readFileSync(join(ROOT, 'src', path), 'utf8').match(RULE) ?? []) named.set(rule, path)
  }
  expect(named.size).toBeGreaterThan(20)
  expect([...named].filter(([rule]) => !explained.has(rule))).toEqual([])
})
