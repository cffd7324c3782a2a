import { Motif, type MotifName } from './motif.tsx'

export type VesselName = 'tin' | 'jar' | 'caddy' | 'packet' | 'box' | 'bamboo' | 'drum' | 'pouch' | 'cake' | 'gaiwan' | 'cup' | 'pot'

/** What a product looks like: its shape and the three colours it is made of. */
export interface VesselLook {
  readonly vessel: VesselName
  readonly body: string
  readonly lid: string
  readonly label: string
  readonly ink: string
  readonly motif: MotifName
}

/** One product, drawn in a 240 unit square: flat colour, light from the upper left. */
export function Vessel({ look }: { look: VesselLook }) {
  return (
    <>
      <ellipse cx="120" cy="206" rx={look.vessel === 'cake' ? 86 : 66} ry="9" fill="#2a2018" opacity="0.13" />
      {SHAPES[look.vessel](look)}
    </>
  )
}

/** The folds of the paper round a cake, in degrees. */
const PLEATS = Array.from({ length: 28 }, (_, index) => (360 / 28) * index)
/** Buds in an open drum: where each lies and how far it is turned, in degrees. */
const BUDS = [
  [84, 116, 12],
  [104, 124, -20],
  [120, 112, 34],
  [138, 122, -8],
  [156, 115, 22],
  [98, 108, -30],
  [140, 108, 10],
  [122, 128, 4],
] as const
const LIGHT = { fill: '#fff', opacity: 0.16 }
const SOFT = { fill: '#3a4a52', opacity: 0.08 }
const SHADE = { fill: '#1c140d', opacity: 0.14 }

const SHAPES: Record<VesselName, (look: VesselLook) => React.ReactNode> = {
  tin: ({ body, lid, label, ink, motif }) => (
    <>
      <rect x="68" y="66" width="104" height="140" rx="10" fill={body} />
      <path {...LIGHT} d="M78 66h12v140h-12a10 10 0 0 1-4-2V68z" />
      <path {...SHADE} d="M150 66h22v130a10 10 0 0 1-10 10h-12z" />
      <rect x="64" y="40" width="112" height="34" rx="8" fill={lid} />
      <path {...LIGHT} d="M76 40h13v34h-13z" />
      <path {...SHADE} d="M152 40h16a8 8 0 0 1 8 8v18a8 8 0 0 1-8 8h-16zM68 74h104v5H68z" />
      <rect x="88" y="96" width="64" height="86" rx="3" fill={label} />
      <rect x="92.5" y="100.5" width="55" height="77" rx="1.5" fill="none" stroke={ink} strokeOpacity="0.35" />
      <g transform="translate(120 132)">
        <Motif name={motif} ink={ink} />
      </g>
      <path d="M104 163h32M110 170h20" stroke={ink} strokeOpacity="0.7" strokeWidth="2" strokeLinecap="round" />
    </>
  ),
  jar: ({ body, lid, label, ink, motif }) => (
    <>
      <path fill={lid} d="M88 44a8 8 0 0 1 8-8h48a8 8 0 0 1 8 8v20H88z" />
      <path {...SHADE} d="M134 36h10a8 8 0 0 1 8 8v20h-18z" />
      <path fill={body} opacity="0.42" d="M84 64h72c22 8 26 22 26 40v84a18 18 0 0 1-18 18H76a18 18 0 0 1-18-18v-84c0-18 4-32 26-40z" />
      <path fill={body} d="M62 112c18-8 36 6 58 0s40-6 58 2v74a14 14 0 0 1-14 14H76a14 14 0 0 1-14-14z" />
      <path fill="#fff" opacity="0.35" d="M70 96c2-10 6-16 14-20l6 4c-8 6-10 14-10 26v76h-10z" />
      <path {...SHADE} d="M160 90c10 6 18 10 18 24v74a14 14 0 0 1-14 14h-10c6-30 8-80 6-112z" />
      <rect x="84" y="116" width="72" height="66" rx="4" fill={label} />
      <g transform="translate(120 143)">
        <Motif name={motif} ink={ink} />
      </g>
      <path d="M106 172h28" stroke={ink} strokeOpacity="0.7" strokeWidth="2" strokeLinecap="round" />
    </>
  ),
  caddy: ({ body, lid, label, ink, motif }) => (
    <>
      <path fill={body} d="M88 78h64c26 10 38 34 38 62c0 32-14 58-34 66H84c-20-8-34-34-34-66c0-28 12-52 38-62z" />
      <path {...LIGHT} d="M84 92c-16 10-24 28-24 48c0 22 8 42 20 52c-6-30-6-70 12-104z" />
      <path {...SHADE} d="M152 78c26 10 38 34 38 62c0 32-14 58-34 66h-20c26-30 30-86 8-128z" />
      <path d="M62 112c38 9 78 9 116 0M58 172c40 9 84 9 124 0" fill="none" stroke={label} strokeOpacity="0.75" strokeWidth="3" />
      <g transform="translate(120 142) scale(1.1)">
        <Motif name={motif} ink={label} />
      </g>
      <path fill={lid} d="M76 80c2-22 20-34 44-34s42 12 44 34c-26 7-62 7-88 0z" />
      <path {...LIGHT} d="M86 76c4-14 14-22 26-24c-8 8-12 18-12 29c-6-1-10-3-14-5z" />
      <circle cx="120" cy="40" r="9" fill={lid} />
      <circle cx="117" cy="37" r="3" fill="#fff" opacity="0.3" />
      <path d="M76 81c26 7 62 7 88 0" fill="none" stroke={ink} strokeOpacity="0.4" strokeWidth="2" />
    </>
  ),
  packet: ({ body, lid, label, ink, motif }) => (
    <>
      <rect x="58" y="58" width="124" height="148" rx="7" fill={body} />
      <path {...LIGHT} d="M65 58h17v148H65a7 7 0 0 1-7-7V65a7 7 0 0 1 7-7z" />
      <path {...SHADE} d="M164 58h11a7 7 0 0 1 7 7v134a7 7 0 0 1-7 7h-11zM58 66a8 8 0 0 1 7-8h110a8 8 0 0 1 7 8l-55 42a12 12 0 0 1-14 0z" />
      <path fill={body} d="M60 60a7 7 0 0 1 5-2h110a7 7 0 0 1 5 2l-53 42a12 12 0 0 1-14 0z" />
      <rect x="86" y="126" width="68" height="62" rx="2" fill={label} />
      <g transform="translate(120 152)">
        <Motif name={motif} ink={ink} />
      </g>
      <path d="M108 180h24" stroke={ink} strokeOpacity="0.7" strokeWidth="2" strokeLinecap="round" />
      <path d="M58 112h124M120 58v68M120 188v18" stroke={lid} strokeWidth="3" />
      <path
        d="M120 112c-26-20-32 10 0 0c26-20 32 10 0 0M120 112l-15 20M120 112l13 22"
        fill="none"
        stroke={lid}
        strokeWidth="3"
        strokeLinecap="round"
      />
    </>
  ),
  box: ({ body, lid, label, ink, motif }) => (
    <>
      <path fill={body} d="M38 112h164v86a8 8 0 0 1-8 8H46a8 8 0 0 1-8-8z" />
      <path {...SHADE} d="M172 112h30v86a8 8 0 0 1-8 8h-22zM38 112h164v6H38z" />
      <path fill={lid} d="M34 84a8 8 0 0 1 8-8h156a8 8 0 0 1 8 8v28H34z" />
      <path {...LIGHT} d="M34 84a8 8 0 0 1 8-8h156a8 8 0 0 1 8 8v2H34z" />
      <rect x="92" y="76" width="56" height="130" fill={label} />
      <rect x="97" y="76" width="46" height="130" fill="none" stroke={ink} strokeOpacity="0.35" />
      <g transform="translate(120 138) scale(1.15)">
        <Motif name={motif} ink={ink} />
      </g>
      <path d="M106 176h28M111 184h18" stroke={ink} strokeOpacity="0.7" strokeWidth="2" strokeLinecap="round" />
      <path {...SHADE} d="M92 112h56v4H92z" />
      <circle cx="120" cy="104" r="6" fill={lid} />
    </>
  ),
  bamboo: ({ body, lid, label, ink, motif }) => (
    <>
      <rect x="76" y="44" width="88" height="162" rx="12" fill={body} />
      <path {...LIGHT} d="M86 46h14v160H88a12 12 0 0 1-2-1z" />
      <path {...SHADE} d="M146 44h6a12 12 0 0 1 12 12v138a12 12 0 0 1-12 12h-6z" />
      <path fill={lid} d="M72 76h96v9H72zM72 188h96v9H72z" />
      <path d="M78 60h84M92 52v-1M112 50v-1M132 50v-1M150 52v-1" stroke={lid} strokeWidth="2" />
      <path fill={label} d="M76 104h88v64H76z" />
      <path fill="none" stroke={ink} strokeOpacity="0.35" d="M76 109h88M76 163h88" />
      <g transform="translate(120 136)">
        <Motif name={motif} ink={ink} />
      </g>
      <path d="M120 44c0-16 14-12 16-22c-14 0-24 6-16 22z" fill={lid} />
    </>
  ),
  drum: ({ body, lid, label, ink, motif }) => (
    <>
      <path fill={body} d="M42 120v66c0 12 35 20 78 20s78-8 78-20v-66z" />
      <path {...LIGHT} d="M52 132v66c6 3 13 5 22 6v-66z" />
      <path {...SHADE} d="M160 136v66c24-4 38-9 38-16v-66z" />
      <ellipse cx="120" cy="118" rx="78" ry="24" fill={lid} />
      <ellipse cx="120" cy="118" rx="66" ry="18" fill="#3a2413" />
      {BUDS.map(([x, y, turn]) => (
        <path key={`${x} ${y}`} fill={body} d="M-13 0C-6-6 6-6 13 0C6 5-6 5-13 0Z" transform={`translate(${x} ${y}) rotate(${turn})`} />
      ))}
      <path fill={label} d="M84 146c24 5 48 5 72 0v48c-24 5-48 5-72 0z" />
      <g transform="translate(120 171) scale(0.86)">
        <Motif name={motif} ink={ink} />
      </g>
      <g transform="rotate(-16 176 66)">
        <ellipse cx="172" cy="70" rx="58" ry="20" fill={lid} />
        <ellipse cx="172" cy="65" rx="58" ry="19" fill={body} />
        <ellipse cx="172" cy="64" rx="44" ry="13" fill="none" stroke={lid} strokeOpacity="0.6" strokeWidth="2" />
      </g>
    </>
  ),
  pouch: ({ body, lid, label, ink, motif }) => (
    <>
      <path fill={body} d="M66 58h108c2 20 10 50 10 96 0 24-2 40-6 52H62c-4-12-6-28-6-52 0-46 8-76 10-96z" />
      <path {...LIGHT} d="M74 58h12c-4 40-12 90-8 148H62c-4-12-6-28-6-52 0-46 8-76 10-96z" />
      <path {...SHADE} d="M156 58h18c2 20 10 50 10 96 0 24-2 40-6 52h-22c8-40 6-100 0-148z" />
      <path fill={lid} d="M62 36h116v26H62z" />
      <path d="M62 54h116" stroke="#1c140d" strokeOpacity="0.18" strokeWidth="2" strokeDasharray="5 5" />
      <circle cx="120" cy="46" r="4" fill={label} />
      <circle cx="120" cy="134" r="44" fill={label} />
      <circle cx="120" cy="134" r="39" fill="none" stroke={ink} strokeOpacity="0.35" />
      <g transform="translate(120 130)">
        <Motif name={motif} ink={ink} />
      </g>
      <path d="M108 158h24" stroke={ink} strokeOpacity="0.7" strokeWidth="2" strokeLinecap="round" />
    </>
  ),
  cake: ({ body, lid, label, ink, motif }) => (
    <>
      <circle cx="120" cy="122" r="86" fill={body} />
      <path {...SHADE} d="M120 36a86 86 0 1 1-60 147a86 86 0 0 0 110-132a86 86 0 0 0-50-15z" />
      <g stroke={lid} strokeWidth="1.6" strokeOpacity="0.55">
        {PLEATS.map((turn) => (
          <path key={turn} d="M120 60V38" transform={`rotate(${turn} 120 122)`} />
        ))}
      </g>
      <circle cx="120" cy="122" r="58" fill={label} />
      <circle cx="120" cy="122" r="52" fill="none" stroke={ink} strokeOpacity="0.4" />
      <g transform="translate(120 116) scale(1.35)">
        <Motif name={motif} ink={ink} />
      </g>
      <path d="M100 156h40" stroke={ink} strokeOpacity="0.7" strokeWidth="2.4" strokeLinecap="round" />
    </>
  ),
  gaiwan: ({ body, lid, label, ink }) => (
    <>
      <ellipse cx="120" cy="194" rx="82" ry="13" fill={lid} />
      <ellipse cx="120" cy="190" rx="82" ry="12" fill={label} />
      <path fill={body} d="M52 108h136c-2 48-30 76-46 80H98c-16-4-44-32-46-80z" />
      <path {...SOFT} d="M150 108h38c-2 48-30 76-46 80h-18c18-16 26-44 26-80z" />
      <path fill="#fff" opacity="0.5" d="M64 116h10c2 24 8 40 18 52c-16-10-26-30-28-52z" />
      <g transform="translate(112 142) scale(0.95)">
        <Motif name="orchid" ink={ink} />
      </g>
      <ellipse cx="120" cy="108" rx="68" ry="12" fill={lid} />
      <path fill={label} d="M64 106c6-26 28-40 56-40s50 14 56 40c-24 8-88 8-112 0z" />
      <path {...SOFT} d="M140 69c20 6 32 18 36 37c-10 4-26 5-40 6c8-12 10-28 4-43z" />
      <ellipse cx="120" cy="62" rx="17" ry="6" fill={lid} />
      <ellipse cx="120" cy="59" rx="17" ry="5" fill={label} />
    </>
  ),
  cup: ({ body, lid, label, ink }) => (
    <>
      <path
        d="M96 66c-10-14 8-20 0-36M124 60c-10-14 8-20 0-36M150 66c-10-14 8-20 0-36"
        fill="none"
        stroke={ink}
        strokeOpacity="0.28"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <path fill={body} d="M48 92h144c0 60-28 104-50 108h-44c-22-4-50-48-50-108z" />
      <path fill={lid} d="M53 134c22-20 34 4 52-8s24-22 42-8 26 2 40 2c-8 46-29 76-45 80h-44c-16-4-37-30-45-66z" />
      <path fill={ink} opacity="0.4" d="M66 166c20-14 34 2 50-6s36-14 60-8c-10 28-24 45-34 48h-44c-10-3-22-14-32-34z" />
      <path {...SHADE} d="M156 92h36c0 60-28 104-50 108h-20c24-24 34-64 34-108z" />
      <ellipse cx="120" cy="92" rx="72" ry="15" fill={label} />
      <ellipse cx="120" cy="95" rx="62" ry="11" fill="#b8793a" />
      <ellipse cx="104" cy="92" rx="22" ry="3.5" fill="#fff" opacity="0.35" />
      <rect x="96" y="198" width="48" height="8" rx="4" fill={body} />
    </>
  ),
  pot: ({ body, lid, label, ink, motif }) => (
    <>
      <path d="M172 112c44-18 48 58-4 58" fill="none" stroke={lid} strokeWidth="13" strokeLinecap="round" />
      <path fill={lid} d="M74 152C52 146 46 112 26 104l14-12c24 6 32 30 44 38z" />
      <path fill={body} d="M64 140c0-34 26-50 58-50s58 16 58 50c0 36-24 64-40 64h-36c-16 0-40-28-40-64z" />
      <path {...LIGHT} d="M78 138c0-20 10-32 26-38c-10 24-10 70 4 104h-4c-16 0-26-30-26-66z" />
      <path {...SHADE} d="M150 98c18 6 30 20 30 42c0 36-24 64-40 64h-14c24-26 32-70 24-106z" />
      <path fill={lid} d="M86 94c6-16 20-22 36-22s30 6 36 22c-20 6-52 6-72 0z" />
      <circle cx="122" cy="64" r="10" fill={lid} />
      <circle cx="119" cy="61" r="3" fill="#fff" opacity="0.3" />
      <circle cx="122" cy="146" r="27" fill={label} opacity="0.14" />
      <g transform="translate(122 146)">
        <Motif name={motif} ink={ink} />
      </g>
    </>
  ),
}
