/** The shop's sign: two hills and a leaf in a round seal. */
export function ShopSeal({ size = 72 }: { size?: number }) {
  return (
    <svg className="shop-seal" viewBox="0 0 72 72" width={size} height={size} aria-hidden="true">
      <circle cx="36" cy="36" r="35" fill="var(--seal, #2f6b4a)" />
      <path d="M8 50C18 50 20 24 28 24S38 44 43 44S50 34 55 34S62 48 66 50A35 35 0 0 1 8 50Z" fill="#f8f1e0" opacity="0.92" />
      <path d="M30 60C19 58 18 48 21 44C29 47 33 53 30 60ZM31 60C31 52 36 47 44 46C45 54 40 60 31 60Z" fill="var(--seal, #2f6b4a)" />
      <circle cx="50" cy="20" r="5" fill="#f6c56f" />
    </svg>
  )
}
