/** `81.3 ms`; from a second on without the fraction: `1,204 ms`. */
export function formatMs(ms: number): string {
  return ms >= 1000 ? `${Math.round(ms).toLocaleString('en')} ms` : `${ms.toFixed(1)} ms`
}
