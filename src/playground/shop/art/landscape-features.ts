import { HEIGHT, type LandscapePalette, round, WIDTH } from './landscape-canvas.ts'

/** Rows of clipped bushes that sweep down the nearest slope, larger towards the eye. */
export function bushRows([light, dark]: LandscapePalette['bush'], seed: number): string {
  const rows = [
    { y: 372, radius: 9, step: 15 },
    { y: 392, radius: 13, step: 21 },
    { y: 418, radius: 18, step: 29 },
    { y: 450, radius: 25, step: 40 },
  ]
  return rows
    .map(({ y, radius, step }, row) => {
      const bushes = Array.from({ length: Math.ceil(WIDTH / step) + 2 }, (_, index) => {
        const x = index * step - step / 2 + (row % 2 ? step / 2 : 0)
        const sweep = Math.sin((x / WIDTH) * 3.1 + seed + row * 0.25) * 12
        const size = radius * (0.92 + 0.16 * Math.abs(Math.sin(index * 2.3 + row + seed)))
        return { x: round(x), y: round(y + sweep), size: round(size) }
      })
      const shade = bushes.map((bush) => `<circle cx="${bush.x}" cy="${bush.y + 3}" r="${bush.size}"/>`).join('')
      const crown = bushes
        .map(
          (bush) =>
            `<circle cx="${round(bush.x - bush.size * 0.18)}" cy="${round(bush.y - bush.size * 0.24)}" r="${round(bush.size * 0.66)}"/>`,
        )
        .join('')
      return `<g fill="${dark}">${shade}</g><g fill="${light}">${crown}</g>`
    })
    .join('')
}

/** A band of still water with a small boat. */
export function lake({ water, ridges }: LandscapePalette): string {
  const ripples = [
    [90, 296, 70],
    [240, 312, 110],
    [430, 300, 60],
    [520, 326, 140],
    [60, 334, 90],
    [330, 342, 70],
  ]
    .map(([x, y, length]) => `<path d="M${x} ${y}h${length}" stroke="#fff" stroke-opacity="0.5" stroke-width="3" stroke-linecap="round"/>`)
    .join('')
  return [
    `<rect x="0" y="280" width="${WIDTH}" height="${HEIGHT - 280}" fill="${water}"/>`,
    ripples,
    `<g fill="${ridges[3]}"><path d="M470 306q34 12 72 0l-10 14q-26 6-52 0z"/><path d="M492 304q0-16 16-18q16 2 16 18z"/></g>`,
  ].join('')
}

/** Upright rocks that stand out of the middle distance. */
export function cliffs({ ridges }: LandscapePalette): string {
  return [
    `<path fill="${ridges[1]}" d="M96 330V196q6-34 34-40q22-26 46 2q26 10 28 52V330z"/>`,
    `<path fill="${ridges[2]}" opacity="0.85" d="M150 330V232q10-30 30-28q20 8 24 40V330z"/>`,
    `<path fill="${ridges[1]}" d="M590 330V150q4-30 30-36q30-24 54 10q22 12 24 60V330z"/>`,
    `<path fill="${ridges[2]}" opacity="0.85" d="M640 330V196q8-34 30-34q22 10 26 52V330z"/>`,
  ].join('')
}

/** A kiln with its long roof and one thread of smoke. */
export function kilnHouse(): string {
  return [
    '<path d="M270 214q-22-26 2-50q22-22 2-48" fill="none" stroke="#fff" stroke-opacity="0.75" stroke-width="9" stroke-linecap="round"/>',
    '<path fill="#8b5a44" d="M256 216h28v60h-28z"/>',
    '<path fill="#f0e4d2" d="M218 276h214v62H218z"/>',
    '<path fill="#4d4a46" d="M196 282q22-8 40-44h178q18 36 40 44z"/>',
    '<path fill="#8b5a44" d="M306 300h40v40h-40zM368 300h34v20h-34zM244 300h34v20h-34z"/>',
  ].join('')
}
