/** A copy of a text: a part cut out of a long text may keep all of it in memory. */
export function detach(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string
}

/** A copy of the first characters of a text; no character is split. */
export function beginningOf(text: string, characters: number): string {
  const last = text.charCodeAt(characters - 1)
  const splits = characters < text.length && last >= 0xd800 && last < 0xdc00
  return detach(text.slice(0, splits ? characters - 1 : characters))
}
