import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, type RefObject, useLayoutEffect } from 'react'
import { addStyles } from '../../styles/style-sheets.ts'
import styles from './dialog.css?inline'

addStyles(styles)

interface DialogProps {
  /** Filled in; `close()` of it closes the dialog. */
  readonly dialog: RefObject<HTMLDialogElement | null>
  readonly title: string
  /** Names a button in the head that closes it; a press beside it closes it then, too. Left out where something typed would be lost. */
  readonly closeLabel?: string
  /** For its width, as `--dialog-width`. */
  readonly className: string
  readonly onClose: () => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly children: ReactNode
}

/** A dialog over the page, open from the start. What is pressed in it is not meant for the panel beneath. */
export function Dialog({ dialog, title, closeLabel, className, onClose, onKeyDown, children }: DialogProps) {
  useLayoutEffect(() => dialog.current?.showModal(), [dialog])
  return (
    <dialog
      ref={dialog}
      className={`part-popup dialog ${className}`}
      aria-label={title}
      onClose={onClose}
      onKeyDown={(event) => {
        event.stopPropagation()
        onKeyDown?.(event)
      }}
      // A press beside it lands on the dialog itself, whose inside is all covered.
      onClick={(event) => closeLabel !== undefined && event.target === event.currentTarget && dialog.current?.close()}
    >
      <div className="dialog-inside">
        <header className="dialog-head">
          <h2>{title}</h2>
          {closeLabel !== undefined && (
            <button
              type="button"
              className="part-icon-button"
              aria-label={closeLabel}
              title={closeLabel}
              onClick={() => dialog.current?.close()}
            >
              <X size={14} aria-hidden="true" />
            </button>
          )}
        </header>
        {children}
      </div>
    </dialog>
  )
}
