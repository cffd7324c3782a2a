interface SwitchProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  /** The accessible name; give `labelledBy` instead where the words stand beside the switch. */
  readonly label?: string
  readonly labelledBy?: string
  readonly disabled?: boolean
}

/** On or off, at once. */
export function Switch({ checked, onChange, label, labelledBy, disabled = false }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      className="part-switch"
      aria-checked={checked}
      aria-label={label}
      aria-labelledby={labelledBy}
      disabled={disabled}
      onClick={() => onChange(!checked)}
    >
      <span className="part-switch-knob" />
    </button>
  )
}
