import { ChevronDown } from 'lucide-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import { LateMenu } from './late-menu.tsx'
import type { MenuGroup, MenuStart } from './menu-items.ts'

interface MenuButtonProps {
  readonly label: string
  readonly icon: ReactNode
  readonly groups: readonly MenuGroup[]
  /** What is chosen, beside the icon. */
  readonly value?: string
  /** Whether that is out of the ordinary, and should be noticed. */
  readonly unusual?: boolean
}

/** A button with a menu: the menu button pattern of the ARIA guide. */
export function MenuButton({ label, icon, groups, value, unusual = false }: MenuButtonProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState<MenuStart>()
  const close = () => setOpen(undefined)
  return (
    <>
      <button
        ref={button}
        type="button"
        className={value === undefined ? 'part-icon-button' : 'part-chip'}
        data-unusual={unusual || undefined}
        aria-haspopup="menu"
        aria-expanded={open !== undefined}
        aria-controls={open && id}
        aria-label={value === undefined ? label : undefined}
        title={label}
        onClick={() => {
          setOpen(open ? undefined : 'first')
          if (open) button.current?.focus()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          setOpen(event.key === 'ArrowDown' ? 'first' : 'last')
        }}
      >
        {icon}
        {value !== undefined && (
          <>
            <span className="part-chip-label">{label}</span> <span>{value}</span>
            <ChevronDown size={12} aria-hidden="true" />
          </>
        )}
      </button>
      {open && button.current && (
        <LateMenu id={id} label={label} groups={groups} at={button.current} start={open} opener={button.current} onClose={close} />
      )}
    </>
  )
}
