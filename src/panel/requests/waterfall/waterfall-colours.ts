import type { PhaseKind } from '../../../recorder/tasks/phases.ts'

/** Colours as a canvas wants them, read from the tokens of the theme that is on. */
export type WaterfallColours = Readonly<
  Record<PhaseKind | 'held' | 'chunk' | 'callback' | 'failed' | 'aborted' | 'fold' | 'line' | 'surface', string>
>

const TOKENS: Readonly<Record<keyof WaterfallColours, string>> = {
  queue: '--phase-queue',
  redirect: '--phase-redirect',
  dns: '--phase-dns',
  connect: '--phase-connect',
  tls: '--phase-tls',
  send: '--phase-send',
  wait: '--phase-wait',
  download: '--phase-download',
  open: '--phase-open',
  held: '--accent',
  chunk: '--phase-chunk',
  callback: '--phase-callback',
  failed: '--failed',
  aborted: '--aborted',
  fold: '--fold',
  line: '--line-strong',
  surface: '--surface',
}

/** Reads the tokens as `probe` sees them: only as a colour in use does `light-dark()` become one of its two values. */
export function readColours(probe: HTMLElement): WaterfallColours {
  const colours: Partial<Record<keyof WaterfallColours, string>> = {}
  for (const [name, token] of Object.entries(TOKENS)) {
    probe.style.color = `var(${token})`
    colours[name as keyof WaterfallColours] = getComputedStyle(probe).color
  }
  probe.style.removeProperty('color')
  return colours as WaterfallColours
}
