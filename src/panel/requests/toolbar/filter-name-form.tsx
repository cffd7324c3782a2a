import { useLayoutEffect, useRef, useState } from 'react'
import { placeBelow } from '../../parts/menu/place-popup.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { savedFilterWords } from '../../words/filter/saved-filter-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './filter-name-form.css?inline'
import { LONGEST_NAME } from './use-saved-filters.ts'

addStyles(styles)

interface FilterNameFormProps {
  readonly title: string
  readonly name: string
  readonly at: Element
  readonly onName: (name: string) => void
  readonly onCancel: () => void
}

/** Asks for the name of a filter, in the browser's top layer beside the button that asked. */
export function FilterNameForm({ title, name, at, onName, onCancel }: FilterNameFormProps) {
  const words = useWords(savedFilterWords)
  const form = useRef<HTMLFormElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(name.slice(0, LONGEST_NAME))
  const cancel = useRef(onCancel)
  cancel.current = onCancel
  useLayoutEffect(() => {
    const popup = form.current
    if (!popup) return undefined
    popup.showPopover()
    const page = popup.ownerDocument.documentElement
    const view = popup.ownerDocument.defaultView
    const room = { width: page.clientWidth, height: view?.innerHeight ?? page.clientHeight }
    const { left, top } = placeBelow(at.getBoundingClientRect(), { width: popup.offsetWidth, height: popup.offsetHeight }, room)
    Object.assign(popup.style, { left: `${left}px`, top: `${top}px` })
    field.current?.select()
    field.current?.focus()
    const leave = (event: Event) => {
      if (!event.composedPath().includes(popup)) cancel.current()
    }
    view?.addEventListener('pointerdown', leave, true)
    view?.addEventListener('resize', leave)
    return () => {
      view?.removeEventListener('pointerdown', leave, true)
      view?.removeEventListener('resize', leave)
    }
  }, [at])
  return (
    <form
      ref={form}
      popover="manual"
      className="part-popup filter-name"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() !== '') onName(typed.trim())
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onCancel()
      }}
    >
      <strong>{title}</strong>
      <label className="filter-name-field">
        {words.name}
        <input
          ref={field}
          className="part-input"
          value={typed}
          maxLength={LONGEST_NAME}
          required
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <span className="filter-name-buttons">
        <button type="button" className="part-button" onClick={onCancel}>
          {words.cancel}
        </button>
        <button type="submit" className="part-button" disabled={typed.trim() === ''}>
          {words.confirm}
        </button>
      </span>
    </form>
  )
}
