import { ChevronRight } from 'lucide-react'
import { type KeyboardEvent, type SyntheticEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { addStyles } from '../../styles/style-sheets.ts'
import { capsOf } from '../key-name.ts'
import styles from './menu.css?inline'
import type { MenuAnchor, MenuGroup, MenuItem, MenuStart } from './menu-items.ts'
import { placeAt, placeBelow, placeBeside } from './place-popup.ts'
import { createTypeahead } from './typeahead.ts'

addStyles(styles)

/** ms that the pointer rests on an item before its submenu opens, and that it may cross others on its way into an open one. */
const HOVER = 150

export interface MenuProps {
  readonly id?: string
  readonly label: string
  readonly groups: readonly MenuGroup[]
  readonly at: MenuAnchor
  readonly start?: MenuStart
  /** Has the focus again when the menu is closed. Default: what had it when the menu opened. */
  readonly opener?: HTMLElement | null
  /** The menu is to be taken out. */
  readonly onClose: () => void
}

/**
 * An open menu, with the keys of the ARIA guide's menu pattern. It stands in the browser's top layer, so nothing clips it however small
 * the panel is; it is closed by Escape, Tab, a press elsewhere and a window that loses the focus, and freezes nothing. What happens in it
 * reaches nothing around it.
 */
export function Menu({ id, label, groups, at, start = 'first', opener, onClose }: MenuProps) {
  const popup = useRef<HTMLDivElement>(null)
  const returnTo = useRef<HTMLElement | null>(null)
  const latestClose = useRef(onClose)
  latestClose.current = onClose
  const close = () => {
    onClose()
    // While the menu has it still: a list that was left alone knows nothing of a menu.
    returnTo.current?.focus({ preventScroll: true })
  }

  /** Before the focus goes into it. */
  const handleShown = (element: HTMLDivElement) => {
    popup.current = element
    returnTo.current = opener ?? ((element.getRootNode() as Document | ShadowRoot).activeElement as HTMLElement | null)
  }

  useLayoutEffect(() => {
    const element = popup.current
    if (!element) return undefined
    const page = element.ownerDocument.defaultView
    const leave = (event: Event) => {
      const path = event.composedPath()
      // A press on its button is a click that closes it.
      if (!path.includes(element) && !(opener && path.includes(opener))) latestClose.current()
    }
    const blur = () => latestClose.current()
    page?.addEventListener('pointerdown', leave, true)
    // A press in a frame of the page tells nobody else.
    page?.addEventListener('blur', blur)
    return () => {
      page?.removeEventListener('pointerdown', leave, true)
      page?.removeEventListener('blur', blur)
    }
  }, [opener])

  return (
    <MenuLevel
      {...(id !== undefined && { id })}
      label={label}
      groups={groups}
      at={at}
      start={start}
      onShown={handleShown}
      onBack={close}
      onDone={close}
    />
  )
}

interface MenuLevelProps extends Pick<MenuProps, 'id' | 'label' | 'groups' | 'at'> {
  /** Without it the focus stays where it is: the pointer opened this level. */
  readonly start: MenuStart | undefined
  readonly submenu?: boolean
  readonly onShown?: (element: HTMLDivElement) => void
  /** Closes this level. */
  readonly onBack: () => void
  /** Closes all of them. */
  readonly onDone: () => void
}

function MenuLevel({ id, label, groups, at, start, submenu = false, onShown, onBack, onDone }: MenuLevelProps) {
  const element = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<{ readonly id: string; readonly start: MenuStart | undefined }>()
  const [typeahead] = useState(createTypeahead)
  const hover = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(hover.current), [])

  const buttons = () => [...(element.current?.querySelectorAll<HTMLElement>(':scope > .menu-group > .menu-item') ?? [])]

  // biome-ignore lint/correctness/useExhaustiveDependencies: shown once; another anchor is another menu
  useLayoutEffect(() => {
    const menu = element.current
    if (!menu) return undefined
    onShown?.(menu)
    menu.showPopover()
    const place = () => {
      menu.style.maxHeight = ''
      const page = menu.ownerDocument.documentElement
      const view = { width: page.clientWidth, height: menu.ownerDocument.defaultView?.innerHeight ?? page.clientHeight }
      const size = { width: menu.offsetWidth, height: menu.offsetHeight }
      const { left, top, maxHeight } =
        'x' in at
          ? placeAt(at, size, view)
          : submenu
            ? placeBeside(at.getBoundingClientRect(), size, view)
            : placeBelow(at.getBoundingClientRect(), size, view)
      menu.style.left = `${left}px`
      menu.style.top = `${top}px`
      menu.style.maxHeight = `${maxHeight}px`
    }
    place()
    if (start)
      buttons()
        .at(start === 'first' ? 0 : -1)
        ?.focus({ preventScroll: true })
    const view = menu.ownerDocument.defaultView
    view?.addEventListener('resize', place)
    view?.addEventListener('scroll', place)
    return () => {
      view?.removeEventListener('resize', place)
      view?.removeEventListener('scroll', place)
    }
  }, [])

  const select = (item: MenuItem, byKey: boolean) => {
    if (item.disabled) return
    if ('submenu' in item) return setOpen({ id: item.id, start: byKey ? 'first' : undefined })
    // Boxes are often ticked several in a row.
    if (item.kind !== 'checkbox') onDone()
    item.onSelect()
  }

  const handleKey = (event: KeyboardEvent<HTMLDivElement>) => {
    event.stopPropagation()
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const all = buttons()
    const index = all.indexOf((event.target as Element).closest('.menu-item') as HTMLElement)
    const item = groups.flatMap(({ items }) => items)[index]
    const to = { ArrowDown: index + 1, ArrowUp: (index < 0 ? 0 : index) - 1 + all.length, Home: 0, End: all.length - 1 }[event.key]
    if (to !== undefined) all[to % all.length]?.focus()
    else if (event.key === 'Escape' || (submenu && event.key === 'ArrowLeft')) onBack()
    // With Tab the focus goes on from where the menu was opened.
    else if (event.key === 'Tab') return onDone()
    else if (event.key === 'ArrowRight') {
      if (item && 'submenu' in item) select(item, true)
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (item && !event.repeat) select(item, true)
    } else if (event.key.length === 1) {
      const labels = all.map((button) => button.querySelector('.menu-label')?.textContent ?? '')
      all[typeahead(labels, index, event.key, event.timeStamp)]?.focus()
    }
    event.preventDefault()
  }

  const rest = (button: HTMLElement, item: MenuItem) => {
    button.focus({ preventScroll: true })
    clearTimeout(hover.current)
    const meant = 'submenu' in item && !item.disabled ? item.id : undefined
    if (meant === open?.id) return
    hover.current = setTimeout(() => setOpen(meant === undefined ? undefined : { id: meant, start: undefined }), HOVER)
  }

  return (
    <div
      ref={element}
      id={id}
      role="menu"
      popover="manual"
      tabIndex={-1}
      className="part-popup menu"
      aria-label={label}
      onKeyDown={handleKey}
      // A space that is pressed is taken as a key; let go, it would click too.
      onKeyUp={(event) => event.key === ' ' && event.preventDefault()}
      onClick={stop}
      onDoubleClick={stop}
      onPointerDown={stop}
      // In its submenu the pointer has arrived: what it crossed on the way was not meant.
      onPointerMove={(event) => (event.target as Element).closest('.menu') !== element.current && clearTimeout(hover.current)}
      onContextMenu={(event) => {
        stop(event)
        event.preventDefault()
      }}
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
            <MenuLine
              key={item.id}
              item={item}
              open={open?.id === item.id}
              start={open?.start}
              onSelect={() => select(item, false)}
              onRest={(button) => rest(button, item)}
              onBack={() => setOpen(undefined)}
              onDone={onDone}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

interface MenuLineProps {
  readonly item: MenuItem
  /** Whether its submenu is. */
  readonly open: boolean
  readonly start: MenuStart | undefined
  readonly onSelect: () => void
  /** The pointer is on it. */
  readonly onRest: (button: HTMLElement) => void
  /** Closes its submenu. */
  readonly onBack: () => void
  readonly onDone: () => void
}

function MenuLine({ item, open, start, onSelect, onRest, onBack, onDone }: MenuLineProps) {
  const button = useRef<HTMLButtonElement>(null)
  const action = 'submenu' in item ? undefined : item
  const kind = action?.kind
  return (
    <>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: whichever of the two roles it has takes aria-checked */}
      <button
        ref={button}
        type="button"
        className="menu-item"
        role={kind === 'checkbox' ? 'menuitemcheckbox' : kind === 'radio' ? 'menuitemradio' : 'menuitem'}
        aria-checked={kind && (action?.checked ?? false)}
        aria-disabled={item.disabled || undefined}
        aria-haspopup={action ? undefined : 'menu'}
        aria-expanded={action ? undefined : open}
        aria-keyshortcuts={action?.shortcut}
        tabIndex={-1}
        onClick={onSelect}
        onPointerMove={(event) => event.pointerType === 'mouse' && onRest(event.currentTarget)}
      >
        <span className="menu-mark" aria-hidden="true">
          {action?.checked ? (kind === 'radio' ? '●' : '✓') : item.icon}
        </span>
        <span className="menu-label">{item.label}</span>
        {item.note !== undefined && <span className="menu-note">{item.note}</span>}
        {action?.shortcut !== undefined && (
          <span className="menu-note" aria-hidden="true">
            {capsOf(action.shortcut, false).join(' ')}
          </span>
        )}
        {!action && <ChevronRight size={13} className="menu-more" aria-hidden="true" />}
      </button>
      {!action && open && button.current && 'submenu' in item && (
        <MenuLevel
          submenu
          label={item.label}
          groups={item.submenu}
          at={button.current}
          start={start}
          onBack={() => {
            onBack()
            button.current?.focus({ preventScroll: true })
          }}
          onDone={onDone}
        />
      )}
    </>
  )
}

function stop(event: SyntheticEvent): void {
  event.stopPropagation()
}
