/** On the global object, because a page that loads the script twice has two copies of this module. */
const PLACES = Symbol.for('wx-request-inspector/places')

/** Which inspector of its page this is. The name is the same after a reload if the page creates its inspectors in the same order. */
export interface PlaceInPage {
  readonly name: string
  /** Makes the place available to the next inspector. */
  release(): void
}

/** Takes the first free place. */
export function takePlaceInPage(page: object = globalThis): PlaceInPage {
  const holder = page as { [PLACES]?: Set<number> }
  holder[PLACES] ??= new Set()
  const taken = holder[PLACES]
  let nth = 0
  while (taken.has(nth)) nth++
  taken.add(nth)
  return { name: `${nth === 0 ? '' : `/${nth}`}${frameName(page)}`, release: () => void taken.delete(nth) }
}

/** Same-origin frames share the sessionStorage of their tab. */
function frameName(page: object): string {
  const { location, parent, self } = page as Partial<Pick<Window, 'location' | 'parent' | 'self'>>
  return parent === self || !location ? '' : ` in ${location.pathname}`
}
