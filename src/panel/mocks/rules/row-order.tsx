import { GripVertical } from 'lucide-react'
import { type DragEvent, type HTMLAttributes, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { addStyles } from '../../styles/style-sheets.ts'
import styles from './row-order.css?inline'

addStyles(styles)

type Side = 'before' | 'after'

interface RowOrderOptions<Key extends string | number> {
  /** What is listed; another list once a row was moved. */
  readonly items: readonly unknown[]
  readonly readOnly: boolean
  /** Moves a row by Alt and an arrow. Gives the key that it has then, or `undefined` where it cannot go. */
  readonly onMoveBy: (key: Key, by: -1 | 1) => Key | undefined
  /** Moves a row that was dropped beside another one. */
  readonly onMoveBeside: (key: Key, target: Key, side: Side) => void
}

export type GripDrag = Pick<HTMLAttributes<HTMLElement>, 'draggable' | 'onDragStart' | 'onDragEnd'>

interface RowOrder<Key> {
  /** Of the element around all rows. */
  readonly list: object
  /** Of the element of one row, which holds its grip. */
  readonly row: (key: Key) => HTMLAttributes<HTMLElement>
  /** Of the grip, beside what tells its row: `name` is what the system shows of what is dragged. */
  readonly grip: (key: Key, name: string) => GripDrag
}

/** The order of a list, whose rows are dragged, or moved with Alt and the arrows; the focus goes along. Where lists are nested, each is for itself. */
export function useRowOrder<Key extends string | number>({ items, readOnly, onMoveBy, onMoveBeside }: RowOrderOptions<Key>): RowOrder<Key> {
  const [drag, setDrag] = useState<{ readonly key: Key; readonly over?: Key; readonly side?: Side }>()
  /** What was focused last, where it is now. */
  const last = useRef<{ readonly list: Element; readonly key: string; readonly control: number; moved?: boolean }>(undefined)
  useEffect(() => {
    const { list, key, control = 0, moved } = last.current ?? {}
    const active = (list?.getRootNode() as ShadowRoot | undefined)?.activeElement
    // Whoever has gone elsewhere meanwhile stays there.
    if (!last.current || !list || items.length === 0 || (active ? !list.contains(active) : !moved)) return
    last.current.moved = false
    const row = [...list.querySelectorAll('[data-row]')].find(
      (each) => each.getAttribute('data-row') === key && each.closest('[data-rows]') === list,
    )
    // Rows are drawn by their place: after an undo the focus would be in another one, and Space would switch that.
    if (!row || row.contains(active ?? null)) return
    const controls = controlsOf(row)
    controls[Math.min(control, controls.length - 1)]?.focus()
  }, [items])
  const move = (event: KeyboardEvent<HTMLElement>, key: Key) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || readOnly) return
    event.preventDefault()
    event.stopPropagation()
    const list = event.currentTarget.closest('[data-rows]')
    const control = controlsOf(event.currentTarget).indexOf(event.target as HTMLElement)
    const next = onMoveBy(key, event.key === 'ArrowUp' ? -1 : 1)
    if (next !== undefined && list) last.current = { list, key: String(next), control: Math.max(0, control), moved: true }
  }
  const over = (event: DragEvent<HTMLElement>, key: Key) => {
    if (!drag) return
    event.preventDefault()
    const box = event.currentTarget.getBoundingClientRect()
    const side = event.clientY < box.top + box.height / 2 ? 'before' : 'after'
    if (drag.over !== key || drag.side !== side) setDrag({ key: drag.key, over: key, side })
  }
  const drop = (event: DragEvent<HTMLElement>) => {
    if (!drag) return
    event.preventDefault()
    setDrag(undefined)
    if (drag.over !== undefined && drag.side && drag.over !== drag.key) onMoveBeside(drag.key, drag.over, drag.side)
  }
  return {
    list: { 'data-rows': '' },
    row: (key) => ({
      ...{ 'data-row': String(key), 'data-drop': drag?.over === key && drag.key !== key ? drag.side : undefined },
      onKeyDown: (event) => move(event, key),
      onFocus: ({ currentTarget, target }) => {
        const list = currentTarget.closest('[data-rows]')
        if (list) last.current = { list, key: String(key), control: controlsOf(currentTarget).indexOf(target as HTMLElement) }
      },
      onDragOver: (event) => over(event, key),
      onDrop: drop,
    }),
    grip: (key, name) => ({
      draggable: true,
      onDragStart: (event) => {
        const row = event.currentTarget.parentElement
        if (row) event.dataTransfer.setDragImage(row, 8, 20)
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', name)
        setDrag({ key })
      },
      onDragEnd: () => setDrag(undefined),
    }),
  }
}

const controlsOf = (row: Element) => [...row.querySelectorAll<HTMLElement>('button, input, select, textarea')]

interface RowGripProps extends GripDrag {
  readonly title: string
}

/** What a row is dragged by; it shows beside the pointer. Keys move a row from any of its fields. */
export function RowGrip(props: RowGripProps) {
  return (
    <span className="row-grip" aria-hidden="true" {...props}>
      <GripVertical size={12} />
    </span>
  )
}
