import { useId } from 'react'
import { Switch } from './switch.tsx'

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
