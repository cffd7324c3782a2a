/** An empty gaiwan on its saucer, for places where nothing is yet. */
export function EmptyCup() {
  return (
    <svg viewBox="0 0 160 120" width="160" height="120" aria-hidden="true">
      <ellipse cx="80" cy="104" rx="58" ry="7" fill="currentColor" opacity="0.09" />
      <g fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round">
        <ellipse cx="80" cy="97" rx="46" ry="6" fill="var(--shop-card)" />
        <path fill="var(--shop-card)" d="M42 46h76c-1 26-14 42-24 46H66c-10-4-23-20-24-46z" />
        <path fill="var(--shop-soft)" d="M48 60h64c-3 18-12 28-20 32H68c-8-4-17-14-20-32z" stroke="none" />
        <path d="M42 46h76c-1 26-14 42-24 46H66c-10-4-23-20-24-46z" />
        <path d="M70 32c-7-8 6-12 0-20M90 32c-7-8 6-12 0-20" opacity="0.45" />
      </g>
      <path d="M80 76c-10-1-11-11-8-15c7 3 10 8 8 15zm0 0c0-7 4-11 11-12c1 7-3 12-11 12z" fill="var(--shop-leaf)" />
    </svg>
  )
}
