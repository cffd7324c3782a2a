import { type MouseEvent, useRef, useState } from 'react'

/** What a button and the card that it opens beside itself know of each other. */
export function useCardButton() {
  const button = useRef<HTMLButtonElement>(null)
  /** What had the focus before: the list, when its key pressed the button. */
  const opener = useRef<HTMLElement>(null)
  const [open, setOpen] = useState(false)
  return {
    open,
    buttonProps: {
      ref: button,
      type: 'button' as const,
      'aria-haspopup': 'dialog' as const,
      'aria-expanded': open,
      onClick(event: MouseEvent<HTMLButtonElement>) {
        opener.current = (event.currentTarget.getRootNode() as Document | ShadowRoot).activeElement as HTMLElement | null
        setOpen(!open)
      },
    },
    cardProps: {
      anchor: button,
      /** By a key, the focus goes back to where it was opened. */
      onClose(byKey: boolean) {
        setOpen(false)
        if (byKey) (opener.current ?? button.current)?.focus({ preventScroll: true })
      },
    },
  }
}
