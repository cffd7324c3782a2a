import { type ReactNode, useId, useRef, useState } from 'react'
import { Menu } from './menu.tsx'
import type { MenuGroup, MenuStart } from './menu-items.ts'

interface MenuButtonProps {
  readonly label: string
  readonly icon: ReactNode
  readonly groups: readonly MenuGroup[]
}

/** A button with a menu: the menu button pattern of the ARIA guide. */
export function MenuButton({ label, icon, groups }: MenuButtonProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState<MenuStart>()
  const close = () => setOpen(undefined)
  return (
    <>
      <button
        ref={button}
        type="button"
        className="part-icon-button"
        aria-haspopup="menu"
        aria-expanded={open !== undefined}
        aria-controls={open && id}
        aria-label={label}
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
      </button>
      {open && button.current && (
        <Menu id={id} label={label} groups={groups} at={button.current} start={open} opener={button.current} onClose={close} />
      )}
    </>
  )
}
