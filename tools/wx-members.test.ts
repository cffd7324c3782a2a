import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { TARGET, writeWxMembers } from './write-wx-members.mjs'

it('the playground completes what the types of wx say: node tools/write-wx-members.mjs brings its table up to date', () => {
  expect(readFileSync(TARGET, 'utf8')).toBe(writeWxMembers())
}, 60_000)
