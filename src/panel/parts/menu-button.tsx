import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'

interface MenuItem {
  readonly id: string
  readonly label: string
  /** A check for `checkbox`, a choice of one for `radio`; a plain command without. */
  readonly kind?: 'checkbox' | 'radio'
  readonly checked?: boolean
  readonly onSelect: () => void
}

interface MenuGroup {
  readonly id: string
  /** Left out for a group that needs no name. */
  readonly label?: string
  readonly items: readonly MenuItem[]
}

/** px between a menu and its button, and between it and the edges of the window. */
const GAP = 4
const EDGE = 8

interface MenuButtonProps {
  readonly label: string
  readonly icon: ReactNode
  readonly groups: readonly MenuGroup[]
}

/**
 * A button with a menu: the menu button pattern of the ARIA guide over the browser's own popover, which lies on top of everything
 * and closes by Esc or a click elsewhere. Libraries look for focus at the document, which sees no deeper than the shadow host.
 */
export function MenuButton({ label, icon, groups }: MenuButtonProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)

  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])]
  const show = (place: 'first' | 'last') => {
    const box = button.current?.getBoundingClientRect()
    const element = menu.current
    if (!box || !element) return
    element.style.maxHeight = ''
    element.showPopover()
    // Above where there is more room than below, and scrolled where there is not enough: never over its button.
    const [above, below] = [box.top - GAP - EDGE, innerHeight - box.bottom - GAP - EDGE]
    const upwards = element.offsetHeight > below && above > below
    element.style.maxHeight = `${Math.min(element.offsetHeight, upwards ? above : below)}px`
    element.style.top = `${upwards ? box.top - GAP - element.offsetHeight : box.bottom + GAP}px`
    element.style.left = `${Math.max(EDGE, Math.min(box.left, innerWidth - element.offsetWidth - EDGE))}px`
    items()
      .at(place === 'first' ? 0 : -1)
      ?.focus()
  }
  const close = () => {
    menu.current?.hidePopover()
    button.current?.focus()
  }
  const moveFocus = (event: KeyboardEvent<HTMLDivElement>) => {
    const all = items()
    const at = all.indexOf(event.target as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key]
    if (to !== undefined) all[to % all.length]?.focus()
    else if (event.key === 'Escape') close()
    else if (event.key === 'Tab') menu.current?.hidePopover()
    else if (event.key.length === 1 && event.key !== ' ') {
      // A letter goes to the next entry that begins with it.
      const rest = [...all.slice(at + 1), ...all.slice(0, at + 1)]
      rest.find((item) => item.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase()))?.focus()
    } else return
    event.stopPropagation()
    if (event.key !== 'Tab') event.preventDefault()
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className="part-icon-button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={label}
        title={label}
        onClick={() => (open ? close() : show('first'))}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          show(event.key === 'ArrowDown' ? 'first' : 'last')
        }}
      >
        {icon}
      </button>
      <div
        ref={menu}
        id={id}
        role="menu"
        popover="auto"
        className="menu"
        aria-label={label}
        onKeyDown={moveFocus}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a menu
          <div key={group.id} role="group" className="menu-group" aria-label={group.label}>
            {group.label !== undefined && (
              <div className="menu-title" aria-hidden="true">
                {group.label}
              </div>
            )}
            {group.items.map((item) => (
              // biome-ignore lint/a11y/useAriaPropsSupportedByRole: whichever of the two roles it has takes aria-checked
              <button
                key={item.id}
                type="button"
                data-item={item.id}
                className="menu-item"
                role={item.kind === 'checkbox' ? 'menuitemcheckbox' : item.kind === 'radio' ? 'menuitemradio' : 'menuitem'}
                aria-checked={item.kind === undefined ? undefined : item.checked}
                tabIndex={-1}
                onClick={() => {
                  item.onSelect()
                  // Boxes are often ticked several in a row.
                  if (item.kind !== 'checkbox') close()
                }}
              >
                <span className="menu-check" aria-hidden="true">
                  {item.checked ? (item.kind === 'radio' ? '●' : '✓') : ''}
                </span>
                {item.label}
              </button>
            ))}
          </div>
        ))}
      </div>
    </>
  )
}
