import { describe, expect, it } from 'vitest'
import { feedChunks } from '../data/feed-chunks.ts'
import { feedSteps } from '../data/feed-steps.ts'
import { LineReader } from './line-reader.ts'

const bytesOf = (chunk: (typeof feedChunks)[number]): ArrayBuffer =>
  ('text' in chunk ? new TextEncoder().encode(chunk.text) : Uint8Array.from(atob(chunk.base64), (each) => each.charCodeAt(0)))
    .buffer as ArrayBuffer

describe('reading the order feed', () => {
  it('puts every message together, whatever the network cut', () => {
    const reader = new LineReader()
    const lines = feedChunks.flatMap((chunk) => reader.read(bytesOf(chunk)))
    expect(lines.map((line) => JSON.parse(line))).toEqual(feedSteps)
  })

  it('is cut by the rule inside a Chinese character, so that careless decoding shows', () => {
    const cut = feedChunks.find((chunk) => 'base64' in chunk)!
    expect(new TextDecoder().decode(bytesOf(cut))).toContain('\ufffd')
  })
})
