import { useId } from 'react'

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

interface NamedSwitchProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** A switch with its name beside it; the name can be pressed too. */
export function NamedSwitch({ label, checked, onChange }: NamedSwitchProps) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch is a button, which a label names as it does a field
    <label className="part-named-switch">
      <span id={id}>{label}</span>
      <Switch checked={checked} onChange={onChange} labelledBy={id} />
    </label>
  )
}
