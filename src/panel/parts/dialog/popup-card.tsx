import { X } from 'lucide-react'
import { type ReactNode, type RefObject, type SyntheticEvent, useLayoutEffect, useRef } from 'react'
import { addStyles } from '../../styles/style-sheets.ts'
import { placeBelow } from '../menu/place-popup.ts'
import { viewOf } from '../view-of.ts'
import styles from './dialog.css?inline'

addStyles(styles)

interface PopupCardProps {
  readonly anchor: RefObject<HTMLElement | null>
  readonly label: string
  /** What stands in its head. Default: the label. */
  readonly title?: ReactNode
  readonly closeLabel: string
  readonly className: string
  /** By a key, the focus goes back to where it was opened. */
  readonly onClose: (byKey: boolean) => void
  readonly children: ReactNode
}

/** A small card that explains what it stands beside; the panel around it can still be used. In the top layer, so that no pane clips it. */
export function PopupCard({ anchor, label, title = label, closeLabel, className, onClose, children }: PopupCardProps) {
  const card = useRef<HTMLDivElement>(null)
  const latestClose = useRef(onClose)
  latestClose.current = onClose
  useLayoutEffect(() => {
    const element = card.current
    const around = anchor.current
    if (!element || !around) return undefined
    const view = viewOf(element)
    element.showPopover()
    const place = () => {
      const room = { width: element.ownerDocument.documentElement.clientWidth, height: view.innerHeight }
      element.style.maxHeight = 'none'
      const size = { width: element.offsetWidth, height: element.offsetHeight }
      const { left, top, maxHeight } = placeBelow(around.getBoundingClientRect(), size, room)
      Object.assign(element.style, { left: `${left}px`, top: `${top}px`, maxHeight: `${maxHeight}px` })
    }
    place()
    element.focus({ preventScroll: true })
    const leave = (event: Event) => {
      const path = event.composedPath()
      // A press on its button is a click that closes it.
      if (!path.includes(element) && !path.includes(around)) latestClose.current(false)
    }
    view.addEventListener('pointerdown', leave, true)
    view.addEventListener('resize', place)
    // It goes along with what scrolls beneath it.
    const root = around.getRootNode()
    const follow = (event: Event) => event.target !== element && place()
    root.addEventListener('scroll', follow, true)
    return () => {
      view.removeEventListener('pointerdown', leave, true)
      view.removeEventListener('resize', place)
      root.removeEventListener('scroll', follow, true)
    }
  }, [anchor])
  return (
    <div
      ref={card}
      popover="manual"
      className={`part-popup popup-card ${className}`}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      // What is pressed in it is not meant for what it stands in.
      onPointerDown={stop}
      onClick={stop}
      onContextMenu={stop}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose(true)
      }}
      onBlur={(event) => {
        const to = event.relatedTarget
        if (to && to !== anchor.current && !event.currentTarget.contains(to)) onClose(false)
      }}
    >
      <header className="popup-card-head">
        {title}
        <button type="button" className="part-icon-button" aria-label={closeLabel} title={closeLabel} onClick={() => onClose(true)}>
          <X size={14} aria-hidden="true" />
        </button>
      </header>
      {children}
    </div>
  )
}

function stop(event: SyntheticEvent): void {
  event.stopPropagation()
}
