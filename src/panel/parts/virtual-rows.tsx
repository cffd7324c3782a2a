import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect } from 'react'

/** Up to here every row is in the document, where the browser's own search and every screen reader find it. */
const PLAIN_UP_TO = 60

interface VirtualRowsProps {
  readonly count: number
  /** px. What a row is taken for until it is measured. */
  readonly rowHeight: number
  /** Every row is as high as `rowHeight` says, so none is measured: each would make the browser lay out what it has not drawn yet. */
  readonly uniform?: boolean
  /** The element that scrolls, kept in a state: a ref of a parent is not set yet when its children are laid out. */
  readonly scroller: HTMLElement | null
  readonly renderRow: (index: number) => ReactNode
  /** The row to keep in sight. */
  readonly active?: number | undefined
}

/** Rows of any height; of many, only those in sight are in the document. */
export function VirtualRows(props: VirtualRowsProps) {
  return props.count <= PLAIN_UP_TO ? <PlainRows {...props} /> : <WindowedRows {...props} />
}

function PlainRows({ count, scroller, renderRow, active }: VirtualRowsProps) {
  useEffect(() => {
    if (active !== undefined) scroller?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active, scroller])
  return Array.from({ length: count }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list
    <div key={index} data-index={index} role="presentation">
      {renderRow(index)}
    </div>
  ))
}

function WindowedRows({ count, rowHeight, uniform, scroller, renderRow, active }: VirtualRowsProps) {
  const virtualizer = useVirtualizer({ count, getScrollElement: () => scroller, estimateSize: () => rowHeight, overscan: 12 })
  useEffect(() => {
    if (active !== undefined && scroller) virtualizer.scrollToIndex(active)
  }, [active, scroller, virtualizer])
  const items = virtualizer.getVirtualItems()
  return (
    <div role="presentation" className="part-virtual" style={{ height: virtualizer.getTotalSize() }}>
      <div role="presentation" className="part-virtual-window" style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}>
        {items.map((item) => (
          <div key={item.key} ref={uniform ? undefined : virtualizer.measureElement} data-index={item.index} role="presentation">
            {renderRow(item.index)}
          </div>
        ))}
      </div>
    </div>
  )
}
