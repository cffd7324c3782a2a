import { ChevronDown } from 'lucide-react'

export interface HeaderMenuProps<Value extends string> {
  readonly label: string
  readonly icon: React.ReactNode
  readonly value: Value
  readonly values: readonly Value[]
  readonly names: Readonly<Record<Value, string>>
  onChoose(value: Value): void
}

/** A choice in the bar. It is the browser's own select, so it works by key, by touch and with every screen reader. */
export function HeaderMenu<Value extends string>({ label, icon, value, values, names, onChoose }: HeaderMenuProps<Value>) {
  return (
    <label className="header-menu" title={label}>
      <span className="header-menu-icon" aria-hidden="true">
        {icon}
      </span>
      <span className="header-menu-label">{label}</span>
      <select aria-label={label} value={value} onChange={(event) => onChoose(event.target.value as Value)}>
        {values.map((each) => (
          <option key={each} value={each}>
            {names[each]}
          </option>
        ))}
      </select>
      <ChevronDown size={12} className="header-menu-arrow" aria-hidden="true" />
    </label>
  )
}
