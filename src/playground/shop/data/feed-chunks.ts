import { feedSteps } from './feed-steps.ts'

/** ms between two messages. */
const BEAT = 850

type Chunk = { readonly after: number; readonly text: string } | { readonly after: number; readonly base64: string }

/**
 * The feed as the network would cut it. The third message arrives in two pieces, in the middle of a Chinese character,
 * because borders are the network's and not the text's (CHUNK-4).
 */
export const feedChunks: readonly Chunk[] = feedSteps.flatMap((step, index): Chunk[] => {
  const line = `${JSON.stringify(step)}\n`
  const after = index === 0 ? 0 : BEAT
  if (index !== 2) return [{ after, text: line }]
  const bytes = new TextEncoder().encode(line)
  const cut = firstWideByte(bytes) + 1
  return [
    { after, base64: toBase64(bytes.subarray(0, cut)) },
    { after: BEAT / 2, base64: toBase64(bytes.subarray(cut)) },
  ]
})

function firstWideByte(bytes: Uint8Array): number {
  return bytes.findIndex((byte) => byte > 0x7f)
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
