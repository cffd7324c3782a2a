import type { KeyboardEvent } from 'react'
import type { PanelSource } from '../../../contract/panel-source.ts'
import { isEditable } from '../../exchange/resend-tasks.ts'
import { keyNameOf } from '../../parts/key-name.ts'
import type { KeyLine } from '../../store/inspector-context.ts'
import { type InspectorStore, linesIn } from '../../store/inspector-store.ts'
import { isHeard } from '../../store/single-keys.ts'
import { removeTasks } from '../marks/remove-tasks.ts'

interface ListKeysContext {
  readonly store: InspectorStore
  readonly source: PanelSource
  /** How many rows fit on the screen. */
  readonly page: number
  /** Brings a row into view, and the focus back to the list if a button in a row has it. */
  readonly goTo: (index: number) => void
  /** Changes what the waterfall shows; tells whether it did. */
  readonly zoom: (step: 'in' | 'out' | 'earlier' | 'later' | 'all') => boolean
  /** Shows the card of the bar under the cursor, or puts it away; tells whether there is one. */
  readonly toggleCard: () => boolean
  /** Opens the legend of the waterfall; tells whether there is one. */
  readonly openLegend: () => boolean
  /** Gives the focus to the button in the row under the cursor; tells whether there is one. */
  readonly focusRowButton: () => boolean
  readonly focusDetails: () => void
  /** Opens the menu of answers for the chosen calls; tells whether there is one. */
  readonly mock: () => boolean
  readonly resend: (taskIds: readonly string[]) => void
}

interface ListKey extends KeyLine {
  /** Tells whether it did something. `onButton`: a button in a row has the focus. */
  readonly act: (context: ListKeysContext, event: KeyboardEvent, onButton: boolean) => boolean
}

/** Moves the cursor; with Shift the selection grows up to there. */
function move({ store, page, goTo }: ListKeysContext, event: KeyboardEvent): boolean {
  const { selection } = store.getState()
  const { ids } = linesIn(store.getState())
  const at = selection.cursor === undefined ? -1 : ids.indexOf(selection.cursor)
  const last = ids.length - 1
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    j: at + 1,
    ArrowUp: at < 0 ? last : at - 1,
    k: at < 0 ? last : at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  }
  const to = Math.min(last, Math.max(0, steps[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? at))
  const id = ids[to]
  if (id === undefined) return true
  store.actions.choose(id, event.shiftKey ? 'extend' : 'one')
  goTo(to)
  return true
}

/** As in a tree: right unfolds a group and then goes into it, left folds it, or goes from a call to the header of its group. */
function actOnGroup({ store, goTo }: ListKeysContext, { key }: KeyboardEvent, onButton: boolean): boolean {
  const { opened, selection } = store.getState()
  const { ids, groups } = linesIn(store.getState())
  const { cursor } = selection
  if (cursor === undefined || groups.size === 0 || onButton) return false
  const at = ids.indexOf(cursor)
  const group = groups.get(cursor)
  const moveTo = (to: number) => {
    store.actions.choose(ids[to] as string, 'one')
    goTo(to)
  }
  if (!group) {
    const header = key === 'ArrowLeft' && opened === undefined ? ids.findLastIndex((id, place) => place < at && groups.has(id)) : -1
    if (header >= 0) moveTo(header)
    return header >= 0
  }
  if (key === 'ArrowRight' && !group.collapsed) moveTo(at + 1)
  else if (key !== 'ArrowLeft' || !group.collapsed) store.actions.toggleGroup(cursor)
  return true
}

/**
 * Keys of the list. Single letters act here alone, so they never get in the way of typing. The list stays flat: → opens the events of a
 * call in the details rather than between the rows, so that rows keep their height and their place.
 */
export const LIST_KEYS: readonly ListKey[] = [
  { keys: ['ArrowDown', 'j'], does: 'next', act: move },
  { keys: ['ArrowUp', 'k'], does: 'previous', act: move },
  { keys: ['PageDown', 'PageUp'], does: 'page', act: move },
  { keys: ['Home', 'End', 'Ctrl+Home', 'Ctrl+End', 'Meta+Home', 'Meta+End'], does: 'ends', act: move },
  {
    keys: ['Shift+ArrowDown', 'Shift+ArrowUp', 'Shift+j', 'Shift+k', 'Shift+PageDown', 'Shift+PageUp', 'Shift+Home', 'Shift+End'],
    does: 'extend',
    act: move,
  },
  {
    keys: ['Shift+Space'],
    does: 'toggle',
    act({ store }, _event, onButton) {
      const { cursor } = store.getState().selection
      if (cursor === undefined || onButton) return false
      store.actions.choose(cursor, 'toggle')
      return true
    },
  },
  {
    keys: ['Ctrl+a', 'Meta+a'],
    does: 'chooseAll',
    act({ store }) {
      store.actions.chooseAll()
      return true
    },
  },
  {
    keys: ['Escape'],
    does: 'clearSelection',
    act({ store }) {
      const { opened, selection } = store.getState()
      if (opened !== undefined) store.actions.close()
      else if (selection.selected.size > 0) store.actions.clearSelection()
      else return false
      return true
    },
  },
  {
    keys: ['Enter', 'Space', 'Shift+Enter'],
    does: 'open',
    act(context, event, onButton) {
      if (actOnGroup(context, event, onButton)) return true
      const { store } = context
      const { cursor } = store.getState().selection
      if (cursor === undefined || onButton) return false
      store.actions.show({ taskId: cursor })
      return true
    },
  },
  {
    keys: ['ArrowRight'],
    does: 'openEvents',
    act(context, event, onButton) {
      if (actOnGroup(context, event, onButton)) return true
      const { store, focusDetails } = context
      const { opened, selection } = store.getState()
      if (selection.cursor === undefined) return false
      if (opened === selection.cursor) focusDetails()
      else store.actions.show({ taskId: selection.cursor, tab: 'events' })
      return true
    },
  },
  {
    keys: ['ArrowLeft'],
    does: 'closeOrFold',
    act(context, event, onButton) {
      if (actOnGroup(context, event, onButton)) return true
      const { store } = context
      if (store.getState().opened === undefined) return false
      store.actions.close()
      return true
    },
  },
  // The heads come first in the document, but whoever has chosen a row means its button.
  { keys: ['Tab'], does: 'rowButton', act: ({ focusRowButton }, _event, onButton) => !onButton && focusRowButton() },
  // The browser opens the menu of what has the focus.
  { keys: ['Shift+F10', 'ContextMenu'], does: 'rowMenu', act: () => false },
  { keys: ['m'], does: 'mock', act: ({ mock }) => mock() },
  {
    keys: ['r'],
    does: 'resend',
    act({ store, resend }) {
      const { rows, selection } = store.getState()
      resend(rows.ids.filter((id) => selection.selected.has(id)))
      return true
    },
  },
  {
    keys: ['Shift+r'],
    does: 'resendTimes',
    act({ store, source }) {
      const { selection, tasks } = store.getState()
      const task = tasks.task(selection.cursor ?? '')
      if (!source.send || !task || !isEditable(task)) return false
      store.actions.setDialog({ kind: 'request', taskId: task.taskId, severalTimes: true })
      return true
    },
  },
  {
    keys: ['p'],
    does: 'pin',
    act({ store }) {
      const { rows, selection, taskMarks } = store.getState()
      const chosen = rows.ids.filter((id) => selection.selected.has(id))
      if (chosen.length === 0) return false
      store.actions.mark(chosen, { pinned: chosen.every((id) => taskMarks.get(id)?.pinned) ? undefined : true })
      return true
    },
  },
  {
    keys: ['a'],
    does: 'abort',
    act({ store, source }) {
      const { rows, selection } = store.getState()
      const running = [...selection.selected].filter((id) => rows.row(id)?.marks.ended === undefined)
      for (const taskId of running) source.send?.({ type: 'abort', taskId })
      return true
    },
  },
  {
    keys: ['Delete', 'Meta+Backspace'],
    does: 'remove',
    act({ store, source }) {
      const { rows, selection } = store.getState()
      return removeTasks(
        source,
        store,
        rows.ids.filter((id) => selection.selected.has(id)),
      )
    },
  },
  { keys: ['+', '-', '='], does: 'zoom', act: ({ zoom }, { key }) => zoom(key === '-' ? 'out' : 'in') },
  {
    keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'],
    does: 'pan',
    act: ({ zoom }, { key }) => zoom(key === 'ArrowLeft' ? 'earlier' : 'later'),
  },
  { keys: ['0'], does: 'showAll', act: ({ zoom }) => zoom('all') },
  {
    keys: ['s'],
    does: 'lanes',
    act({ store }) {
      store.actions.toggleLanes()
      return true
    },
  },
  { keys: ['i'], does: 'timelineCard', act: ({ toggleCard }) => toggleCard() },
  { keys: ['l'], does: 'legend', act: ({ openLegend }) => openLegend() },
]

/** What a key does while the list has the focus. */
export function handleListKey(event: KeyboardEvent, context: ListKeysContext): void {
  const name = keyNameOf(event)
  const key = isHeard(name, context.store.getState()) ? LIST_KEYS.find(({ keys }) => keys.includes(name)) : undefined
  if (!key?.act(context, event, event.target !== event.currentTarget)) return
  event.preventDefault()
  event.stopPropagation()
}
