import { formatDuration, formatExactDuration, formatExactSize, formatSize } from './format.ts'

/** A length of time in ms, short to the eye and exact on hover. */
export function Duration({ ms }: { readonly ms: number }) {
  return (
    <span className="part-number" title={formatExactDuration(ms)}>
      {formatDuration(ms)}
    </span>
  )
}

/** A size in bytes, short to the eye and exact on hover. */
export function Size({ bytes }: { readonly bytes: number }) {
  return (
    <span className="part-number" title={formatExactSize(bytes)}>
      {formatSize(bytes)}
    </span>
  )
}
