import { describe, expect, it } from 'vitest'
import { readDraft, saveDraft } from './kept-draft.ts'
import { hasCode, readCodeHash, writeCodeHash } from './share-code.ts'

describe('code in a link', () => {
  it('comes out as it went in', async () => {
    const code = "console.log('明前', `🍵`)\n".repeat(50)
    const hash = await writeCodeHash(code)
    expect(hash).toMatch(/^#code=[\w-]+$/)
    expect(hash?.length).toBeLessThan(200)
    expect(hasCode(hash ?? '')).toBe(true)
    expect(await readCodeHash(hash ?? '')).toBe(code)
  })

  it('is refused where it is broken, no text, or unpacks to more than a link carries', async () => {
    expect(await readCodeHash('#code=%%%')).toBeUndefined()
    expect(await readCodeHash('#code=AAAA')).toBeUndefined()
    const bomb = await writeCodeHash(' '.repeat(5_000_000))
    expect(bomb?.length).toBeLessThan(10_000)
    expect(await readCodeHash(bomb ?? '')).toBeUndefined()
    expect(hasCode('#other')).toBe(false)
  })

  it('is not made where it would be too long', async () => {
    let seed = 7
    const noise = Array.from({ length: 60_000 }, () => {
      seed = (seed * 48271) % 2147483647
      return String.fromCharCode(33 + (seed % 90))
    }).join('')
    expect(await writeCodeHash(noise)).toBeUndefined()
  })
})

describe('the draft of the last visit', () => {
  it('is there again, and is no reason to fail where storage is blocked or holds something else', () => {
    const kept = new Map<string, string>()
    const storage = () => ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    })
    const blocked = () => {
      throw new Error('blocked')
    }
    expect(readDraft(storage)).toBeUndefined()
    saveDraft({ example: 'abort', code: 'wx' }, storage)
    expect(readDraft(storage)).toEqual({ example: 'abort', code: 'wx' })
    for (const key of kept.keys()) kept.set(key, '{"code":1}')
    expect(readDraft(storage)).toBeUndefined()
    saveDraft({ example: 'abort', code: 'wx' }, blocked)
    expect(readDraft(blocked)).toBeUndefined()
  })
})
