/** Which element of the document, told by its React key, shows a row. */
export interface RowElement {
  readonly taskId: string
  readonly element: number
}

/** Where something stands among its kin in the document, from 0; `undefined` for what does not. */
type Place = number | undefined

/**
 * Finds elements for the rows that are to be shown, in their order; `before` is how the elements stand in the document.
 * What an element shows is changed rather than the element, and none is ever moved up, which React would do by moving all others down.
 * Held rows keep theirs, and it stays where it is: an element that is moved loses the focus.
 */
export function arrangeElements(
  before: readonly RowElement[],
  taskIds: readonly string[],
  held: ReadonlySet<string>,
): readonly RowElement[] {
  const placeOf = new Map(before.map(({ taskId }, place) => [taskId, place]))
  const places = taskIds.map((taskId) => placeOf.get(taskId))
  const still = keepRising(places.map((place, row) => (held.has(taskIds[row] as string) ? place : undefined)))
  const most = keepRising(places, still)
  // Where most rows are new, to write all of them anew costs less than to move or make elements for the sake of a few.
  const kept = most.filter((place) => place !== undefined).length * 2 > taskIds.length ? most : still

  const spare = before.map((_, place) => place).filter((place) => !kept.includes(place))
  const belows = nextPlaces(kept, before.length)
  let above = -1
  let made = before.reduce((highest, { element }) => Math.max(highest, element), -1)
  return taskIds.map((taskId, row) => {
    const place = kept[row] ?? takeSpare(spare, above, belows[row] as number)
    if (place === undefined) return { taskId, element: ++made }
    above = Math.max(above, place)
    return { taskId, element: (before[place] as RowElement).element }
  })
}

/** The same while the list is being scrolled: each element stays where it stands, and those whose rows have gone take those that come. */
export function refillElements(before: readonly RowElement[], taskIds: readonly string[]): readonly RowElement[] {
  const wanted = new Set(taskIds)
  const there = new Set(before.map(({ taskId }) => taskId))
  const coming = taskIds.filter((taskId) => !there.has(taskId))[Symbol.iterator]()
  const refilled = before.flatMap(({ taskId, element }) => {
    if (wanted.has(taskId)) return { taskId, element }
    const { value } = coming.next()
    return value === undefined ? [] : { taskId: value, element }
  })
  let made = before.reduce((highest, { element }) => Math.max(highest, element), -1)
  return [...refilled, ...[...coming].map((taskId) => ({ taskId, element: ++made }))]
}

/** Those places that rise from row to row, without passing over a fixed one; the fixed ones are among them. */
function keepRising(places: readonly Place[], fixed: readonly Place[] = []): readonly Place[] {
  const belows = nextPlaces(fixed, Number.POSITIVE_INFINITY)
  let above = -1
  return places.map((place, row) => {
    if (place === undefined || (fixed[row] === undefined && (place <= above || place >= (belows[row] ?? Number.POSITIVE_INFINITY)))) {
      return undefined
    }
    above = place
    return place
  })
}

/** For each row, the place of the first row from there on that has one. */
function nextPlaces(places: readonly Place[], end: number): readonly number[] {
  let next = end
  return places.map((_, row) => (next = places[places.length - 1 - row] ?? next)).reverse()
}

/** Takes the element that stands there already, or else one from further up, which then moves alone. */
function takeSpare(spare: number[], above: number, below: number): Place {
  const here = spare.findIndex((place) => place > above && place < below)
  if (here >= 0) return spare.splice(here, 1)[0]
  return (spare[0] ?? below) < below ? spare.shift() : undefined
}
