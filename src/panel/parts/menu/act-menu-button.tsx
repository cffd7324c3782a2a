import { ChevronDown } from 'lucide-react'
import { type RefObject, useRef, useState } from 'react'
import { LateMenu } from './late-menu.tsx'
import type { MenuGroup } from './menu-items.ts'

interface ActMenuButtonProps {
  readonly text: string
  /** What the menu is for: its name, and the title of the button. */
  readonly label: string
  readonly groups: readonly MenuGroup[]
  /** For acts that have to know the button. */
  readonly buttonRef?: RefObject<HTMLButtonElement | null>
}

/** A button with a word, whose acts are in a menu. */
export function ActMenuButton({ text, label, groups, buttonRef }: ActMenuButtonProps) {
  const own = useRef<HTMLButtonElement>(null)
  const button = buttonRef ?? own
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        ref={button}
        type="button"
        className="part-button"
        aria-haspopup="menu"
        aria-expanded={open}
        title={label}
        onClick={() => setOpen(!open)}
      >
        {text}
        <ChevronDown size={12} aria-hidden="true" />
      </button>
      {open && button.current && (
        <LateMenu label={label} groups={groups} at={button.current} opener={button.current} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
