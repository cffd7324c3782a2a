/** Times the size of an image, as far as it is drawn without holding up the page. */
const ZOOMS = [0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8] as const

/** The next larger or smaller of the usual steps. */
export function nextZoom(zoom: number, by: 1 | -1): number {
  const next = by > 0 ? ZOOMS.find((each) => each > zoom + 0.001) : ZOOMS.findLast((each) => each < zoom - 0.001)
  return next ?? zoom
}
