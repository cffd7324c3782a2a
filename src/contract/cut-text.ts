/** The same text in memory of its own: a part that was cut out of a long text may keep the whole of it alive. */
export function detach(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string
}

/** The first characters of a text, in memory of their own; none of them is cut in two. */
export function beginningOf(text: string, characters: number): string {
  const last = text.charCodeAt(characters - 1)
  const splits = characters < text.length && last >= 0xd800 && last < 0xdc00
  return detach(text.slice(0, splits ? characters - 1 : characters))
}
