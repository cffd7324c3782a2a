/** A number in [0, 1) that depends on `parts` only: same parts, same number, in any order of calls. */
export function drawNumber(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const part of parts) {
    const text = `${part}\n`
    for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  // FNV alone maps similar input to similar output; this final mix spreads it.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** A number in [least, most), drawn from `parts`. */
export function drawBetween(least: number, most: number, ...parts: readonly (string | number)[]): number {
  return least + (most - least) * drawNumber(...parts)
}
