export type MotifName =
  | 'leaf'
  | 'spiral'
  | 'needle'
  | 'peony'
  | 'orchid'
  | 'rock'
  | 'mountain'
  | 'pine'
  | 'sun'
  | 'flower'
  | 'tree'
  | 'citrus'

/** The printed mark of a label, about 40 units square around its middle. `ink` is the one colour it is printed in. */
export function Motif({ name, ink }: { name: MotifName; ink: string }) {
  return (
    <g fill="none" stroke={ink} strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round">
      {MARKS[name](ink)}
    </g>
  )
}

const petals = (count: number, path: string) =>
  Array.from({ length: count }, (_, index) => (360 / count) * index).map((turn) => (
    <path key={turn} d={path} transform={`rotate(${turn})`} />
  ))

const MARKS: Record<MotifName, (ink: string) => React.ReactNode> = {
  leaf: (ink) => (
    <>
      <path d="M0 19V-2" />
      <path fill={ink} stroke="none" d="M0 4C-18 2-20-14-15-20C-4-16 1-8 0 4Z" />
      <path fill={ink} stroke="none" opacity="0.7" d="M0 10C14 9 20-2 17-11C6-9-1 0 0 10Z" />
    </>
  ),
  spiral: () => <path d="M2 0C2-3-3-3-3 1C-3 7 8 7 8-1C8-10-9-11-11 1C-12 14 6 18 14 10" />,
  needle: (ink) => (
    <g fill={ink} stroke="none">
      <path d="M-2 19C-8 4-6-12 2-20C7-8 5 8-2 19Z" />
      <path opacity="0.65" d="M4 19C8 8 15 0 19-3C19 8 13 15 4 19Z" />
      <path opacity="0.65" d="M-6 19C-16 14-19 4-18-3C-12 1-7 9-6 19Z" />
    </g>
  ),
  peony: () => (
    <>
      {petals(6, 'M0-4C-9-7-9-18 0-19C9-18 9-7 0-4Z')}
      <circle r="3" />
    </>
  ),
  orchid: (ink) => (
    <>
      <path d="M-16 19C-12 2-2-8 14-14M-8 19C-4 8 4 2 18 0" />
      <g fill={ink} stroke="none">
        <circle cx="-2" cy="-10" r="3.4" />
        <circle cx="6" cy="-17" r="3.4" />
        <circle cx="-9" cy="-2" r="2.6" />
      </g>
    </>
  ),
  rock: (ink) => (
    <>
      <path fill={ink} stroke="none" d="M-20 16L-12-8L-4-16L4 0L10-8L20 16Z" />
      <path d="M-20-16H-8M12-16H20" />
    </>
  ),
  mountain: () => (
    <>
      <path d="M-20 12C-12 12-10-10-4-10S2 4 6 4S12-3 14-3S18 12 20 12" />
      <path d="M-14 19H14" opacity="0.6" />
      <circle cx="12" cy="-14" r="4" />
    </>
  ),
  pine: (ink) => (
    <g fill={ink} stroke="none">
      <path d="M0-20L9-8H5L13 2H7L16 13H-16L-7 2H-13L-5-8H-9Z" />
      <path d="M-2 13H2V20H-2Z" />
    </g>
  ),
  sun: (ink) => (
    <>
      <circle r="8" fill={ink} stroke="none" />
      {petals(12, 'M0-13V-18')}
    </>
  ),
  flower: (ink) => (
    <>
      <g fill={ink} stroke="none">
        {petals(5, 'M0-3C-8-8-7-18 0-18C7-18 8-8 0-3Z')}
      </g>
      <circle r="3.2" />
    </>
  ),
  tree: () => (
    <>
      <path d="M0 20V-2M0 10L-8 2M0 6L7-1" />
      <path d="M-7 3A9 9 0 0 1-12-11A11 11 0 0 1 6-17A9 9 0 0 1 14-4A7 7 0 0 1 7 2" />
    </>
  ),
  citrus: () => (
    <>
      <circle r="17" />
      {petals(8, 'M0-3V-13')}
    </>
  ),
}
