import type { KeyboardEvent } from 'react'
import type { PanelSource } from '../../../contract/panel-source.ts'
import type { InspectorStore } from '../../store/inspector-store.ts'

interface ListKeysContext {
  readonly store: InspectorStore
  readonly source: PanelSource
  /** How many rows fit on the screen. */
  readonly page: number
  /** Brings a row into view, and the focus back to the list if a button in a row has it. */
  readonly goTo: (index: number) => void
  /** Gives the focus to the button in the row under the cursor; tells whether there is one. */
  /** Changes what the waterfall shows; tells whether it did. */
  readonly zoom: (step: 'in' | 'out' | 'earlier' | 'later' | 'all') => boolean
  readonly focusRowButton: () => boolean
  readonly focusDetails: () => void
  readonly focusFilter: () => void
}

/**
 * What keys do while the list has the focus. Single letters act here alone, so they never get in the way of typing.
 * The list stays flat: → opens the events of a call in the details rather than between the rows, so that rows keep their height and their place.
 */
export function handleListKey(event: KeyboardEvent, context: ListKeysContext): void {
  const { store, source, page, goTo, zoom, focusRowButton, focusDetails, focusFilter } = context
  const { rows, selection, opened } = store.getState()
  const { actions } = store
  const onButton = event.target !== event.currentTarget
  const command = event.ctrlKey || event.metaKey
  const at = selection.cursor === undefined ? -1 : rows.ids.indexOf(selection.cursor)
  const last = rows.ids.length - 1

  const go = (index: number) => {
    const to = Math.min(last, Math.max(0, index))
    const id = rows.ids[to]
    if (id === undefined) return
    actions.choose(id, event.shiftKey ? 'extend' : 'one')
    goTo(to)
  }
  const act = (): boolean => {
    switch (event.key) {
      case 'ArrowDown':
      case 'j':
      case 'J':
        go(at + 1)
        return true
      case 'ArrowUp':
      case 'k':
      case 'K':
        go(at < 0 ? last : at - 1)
        return true
      case 'PageDown':
        go(at + page)
        return true
      case 'PageUp':
        go(at - page)
        return true
      case 'Home':
        go(0)
        return true
      case 'End':
        go(last)
        return true
      case '+':
      case '=':
        return zoom('in')
      case '-':
        return zoom('out')
      case '0':
        return zoom('all')
      case 'ArrowRight':
        if (event.shiftKey) return zoom('later')
        if (selection.cursor === undefined) return false
        if (opened === selection.cursor) focusDetails()
        else actions.show({ taskId: selection.cursor, tab: 'events' })
        return true
      case 'ArrowLeft':
        if (event.shiftKey) return zoom('earlier')
        if (opened === undefined) return false
        actions.close()
        return true
      case 'Enter':
      case ' ':
        if (selection.cursor === undefined || onButton) return false
        if (event.shiftKey && event.key === ' ') actions.choose(selection.cursor, 'toggle')
        else actions.show({ taskId: selection.cursor })
        return true
      case 'Tab':
        // The heads come first in the document, but whoever has chosen a row means its button.
        return !event.shiftKey && !onButton && focusRowButton()
      case 'a':
      case 'A': {
        const running = [...selection.selected].filter((id) => rows.row(id)?.marks.ended === undefined)
        for (const taskId of running) source.send?.({ type: 'abort', taskId })
        return true
      }
      case '/':
        focusFilter()
        return true
      case 'Escape':
        if (opened !== undefined) actions.close()
        else if (selection.selected.size > 0) actions.clearSelection()
        else return false
        return true
      default:
        return false
    }
  }

  if (command && event.key.toLowerCase() === 'a') actions.chooseAll()
  else if (command && event.key === 'Home') go(0)
  else if (command && event.key === 'End') go(last)
  else if (command || event.altKey || !act()) return
  event.preventDefault()
  event.stopPropagation()
}
