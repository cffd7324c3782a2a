import { Vessel, type VesselLook } from './vessel.tsx'

const PAPER = '#f8f1e0'

const LOOKS: Record<string, VesselLook & { readonly ground: string }> = {
  longjing: { ground: '#dfe9d3', vessel: 'tin', body: '#3f7a55', lid: '#2e5d41', label: PAPER, ink: '#2e5d41', motif: 'leaf' },
  biluochun: { ground: '#d9e9e4', vessel: 'caddy', body: '#4d8f8a', lid: '#2f6a68', label: PAPER, ink: '#2f6a68', motif: 'spiral' },
  'silver-needle': { ground: '#e8e8e2', vessel: 'jar', body: '#c9cdb9', lid: '#8d8a76', label: '#fffaf0', ink: '#6d7358', motif: 'needle' },
  'white-peony': { ground: '#efe3dd', vessel: 'packet', body: '#ead9cc', lid: '#c99f8e', label: '#fffaf3', ink: '#a8695a', motif: 'peony' },
  tieguanyin: { ground: '#dde7cf', vessel: 'pouch', body: '#7d9a4f', lid: '#5f7a37', label: PAPER, ink: '#4d682b', motif: 'orchid' },
  dahongpao: { ground: '#f0d9cc', vessel: 'box', body: '#9c3f2e', lid: '#6f2a20', label: '#f6e6cc', ink: '#7a2e22', motif: 'rock' },
  dongding: { ground: '#dbe6ea', vessel: 'pouch', body: '#5c8394', lid: '#41626f', label: PAPER, ink: '#35596a', motif: 'mountain' },
  lapsang: { ground: '#e9dccb', vessel: 'bamboo', body: '#b98d55', lid: '#8a6234', label: '#4a3629', ink: '#ecdcc0', motif: 'pine' },
  'golden-buds': { ground: '#f6e6bf', vessel: 'drum', body: '#d79b34', lid: '#a96f1c', label: '#fff6df', ink: '#96600f', motif: 'sun' },
  'puer-cake': { ground: '#eadfcf', vessel: 'cake', body: '#efe6d2', lid: '#b3a384', label: '#f9f3e3', ink: '#a03b2b', motif: 'tree' },
  'citrus-puer': { ground: '#f3e5c6', vessel: 'jar', body: '#8a9a3a', lid: '#5a4632', label: '#fff8e6', ink: '#c46f1c', motif: 'citrus' },
  'jasmine-pearls': {
    ground: '#e4ecdf',
    vessel: 'caddy',
    body: '#a9bf8d',
    lid: '#d8b36a',
    label: '#fffdf6',
    ink: '#56794b',
    motif: 'flower',
  },
  'osmanthus-oolong': {
    ground: '#f7e3c0',
    vessel: 'packet',
    body: '#e2a94a',
    lid: '#b97f24',
    label: '#fff6e2',
    ink: '#a5661a',
    motif: 'flower',
  },
  gaiwan: { ground: '#dfe8ea', vessel: 'gaiwan', body: '#fbfaf6', lid: '#d8dcd9', label: '#f5f5f0', ink: '#4f7f93', motif: 'orchid' },
  'hill-cup': { ground: '#dceae3', vessel: 'cup', body: '#cfe4d8', lid: '#8fbfa6', label: '#e4f1ea', ink: '#4f8f73', motif: 'mountain' },
  'clay-pot': { ground: '#eedccf', vessel: 'pot', body: '#8b4a3b', lid: '#74392d', label: '#fff', ink: '#e8c4ad', motif: 'leaf' },
}

const UNKNOWN: VesselLook & { readonly ground: string } = {
  ground: '#e8e4da',
  vessel: 'tin',
  body: '#b9b4a6',
  lid: '#98937f',
  label: PAPER,
  ink: '#7b7766',
  motif: 'leaf',
}

/** The picture of a product. It says nothing that the name beside it does not, so it is hidden from screen readers. */
export function TeaArt({ id, bare = false }: { id: string; bare?: boolean }) {
  const look = LOOKS[id] ?? UNKNOWN
  return (
    <svg className="tea-art" viewBox="0 0 240 240" aria-hidden="true" focusable="false">
      {!bare && (
        <>
          <rect width="240" height="240" fill={groundOf(id)} />
          <circle cx="120" cy="122" r="98" fill="var(--art-glow)" />
        </>
      )}
      <Vessel look={look} />
    </svg>
  )
}

/** The CSS colour behind a product: paper by day, and the same hue deep in shadow by night. */
export function groundOf(id: string): string {
  const { ground, ink } = LOOKS[id] ?? UNKNOWN
  return `light-dark(${ground}, color-mix(in oklab, ${ink} 34%, #171d19))`
}
