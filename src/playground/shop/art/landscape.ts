import { HEIGHT, type LandscapeFeature, type LandscapePalette, round, WIDTH } from './landscape-canvas.ts'
import { bushRows, cliffs, kilnHouse, lake } from './landscape-features.ts'

/** A view of tea country as SVG text: mist between ridges, rows of bushes in front, by day and in the dark at dusk. Same arguments, same picture. */
export function drawLandscape(palette: LandscapePalette, feature: LandscapeFeature, seed: number): string {
  const [far, middle, near, front] = palette.ridges
  const ridge = (fill: string, base: number, rise: number, turn: number) =>
    `<path fill="${fill}" d="${ridgeLine(base, rise, seed + turn)}"/>`
  const mist = (y: number, opacity: number) => `<rect x="0" y="${y}" width="${WIDTH}" height="120" fill="url(#mist)" opacity="${opacity}"/>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">`,
    '<defs>',
    `<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${palette.sky[0]}"/><stop offset="1" stop-color="${palette.sky[1]}"/></linearGradient>`,
    `<linearGradient id="mist" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${palette.sky[1]}" stop-opacity="0"/><stop offset="1" stop-color="${palette.sky[1]}"/></linearGradient>`,
    '</defs>',
    // A picture in a page follows the color-scheme of its place.
    '<style>.night{display:none}.night rect{mix-blend-mode:multiply}@media (prefers-color-scheme:dark){.night{display:block}}</style>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#sky)"/>`,
    `<circle cx="${WIDTH * 0.71}" cy="104" r="78" fill="${palette.sun}" opacity="0.22"/>`,
    `<circle cx="${WIDTH * 0.71}" cy="104" r="44" fill="${palette.sun}"/>`,
    ridge(far, 196, 64, 1),
    mist(150, 0.85),
    feature === 'cliffs' ? cliffs(palette) : '',
    ridge(middle, 246, 54, 2),
    mist(206, 0.7),
    ridge(near, 296, 46, 3),
    feature === 'lake' ? lake(palette) : '',
    feature === 'kiln' ? kilnHouse() : '',
    ridge(front, 372, 30, 4),
    bushRows(palette.bush, seed),
    `<g class="night"><rect width="${WIDTH}" height="${HEIGHT}" fill="#41607a"/><circle cx="${WIDTH * 0.71}" cy="104" r="60" fill="#eef3e2" opacity="0.14"/><circle cx="${WIDTH * 0.71}" cy="104" r="44" fill="#eef3e2"/></g>`,
    '</svg>',
  ].join('')
}

/** A soft skyline down to the bottom edge: three slow waves, drawn as quadratic curves between their middles. */
function ridgeLine(base: number, rise: number, seed: number): string {
  const steps = 9
  const xOf = (index: number) => (WIDTH / steps) * index
  const yOf = (index: number) => {
    const wave = Math.sin(index * 0.9 + seed * 1.7) * 0.55 + Math.sin(index * 1.9 + seed * 3.1) * 0.35 + Math.sin(index * 0.4 + seed) * 0.4
    return base - wave * rise
  }
  const curve = Array.from({ length: steps }, (_, index) => {
    const middle = `${round((xOf(index) + xOf(index + 1)) / 2)} ${round((yOf(index) + yOf(index + 1)) / 2)}`
    return `Q${round(xOf(index))} ${round(yOf(index))} ${middle}`
  })
  return `M0 ${round(yOf(0))} ${curve.join(' ')} L${WIDTH} ${round(yOf(steps))} L${WIDTH} ${HEIGHT} L0 ${HEIGHT} Z`
}
