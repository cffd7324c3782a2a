/** Remembers how far everything in a tree is scrolled, which an element forgets when it is moved. Returns what puts it back. */
export function rememberScroll(root: ParentNode): () => void {
  const scrolled = [...root.querySelectorAll('*')]
    .filter(({ scrollTop, scrollLeft }) => scrollTop !== 0 || scrollLeft !== 0)
    .map((element) => ({ element, left: element.scrollLeft, top: element.scrollTop }))
  return () => {
    for (const { element, left, top } of scrolled) element.scrollTo({ left, top, behavior: 'instant' })
  }
}
