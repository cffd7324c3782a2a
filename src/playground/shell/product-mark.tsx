/** The product's mark: the bars of a waterfall inside the bubble that stands for a message. */
export function ProductMark() {
  return (
    <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
      <path
        fill="var(--accent)"
        d="M9 3h14a7 7 0 0 1 7 7v9a7 7 0 0 1-7 7h-8l-7 4.5c-.8.5-1.5 0-1.5-.9V25.5A7 7 0 0 1 2 19v-9a7 7 0 0 1 7-7z"
      />
      <g fill="var(--accent-text)">
        <rect x="7" y="8.5" width="9" height="3" rx="1.5" />
        <rect x="11" y="13.2" width="12" height="3" rx="1.5" opacity="0.78" />
        <rect x="18" y="17.9" width="7" height="3" rx="1.5" />
      </g>
    </svg>
  )
}
