import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'

interface TabItem<Id extends string> {
  readonly id: Id
  readonly label: string
  /** A short extra, such as a count; not part of the tab's name. */
  readonly note?: string | undefined
}

interface TabsProps<Id extends string> {
  /** Names the list of tabs. */
  readonly label: string
  readonly items: readonly TabItem<Id>[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
  /** What the selected tab shows. */
  readonly children: ReactNode
}

/**
 * Tabs that are opened by Enter, Space or a click, not by merely passing over them, since some bodies are costly to draw.
 * Written here because roving focus of radix-ui asks `document.activeElement`, which inside a shadow root is always the host.
 */
export function Tabs<Id extends string>({ label, items, selected, onSelect, children }: TabsProps<Id>) {
  const prefix = useId()
  const strip = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState<Id>()
  const stop = focused ?? selected

  useLayoutEffect(() => {
    const tab = tabIn(strip.current, selected)
    // By hand, because scrollIntoView would move the page around the panel too.
    if (strip.current && tab)
      strip.current.scrollLeft = Math.max(
        tab.offsetLeft + tab.offsetWidth - strip.current.clientWidth,
        Math.min(strip.current.scrollLeft, tab.offsetLeft),
      )
  }, [selected])

  const moveFocus = (event: KeyboardEvent) => {
    const index = items.findIndex((item) => item.id === stop)
    const next = { ArrowRight: index + 1, ArrowLeft: index - 1 + items.length, Home: 0, End: items.length - 1 }[event.key]
    const item = next === undefined ? undefined : items[next % items.length]
    if (!item || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    tabIn(strip.current, item.id)?.focus()
  }

  return (
    <div className="part-tabs">
      <div
        ref={strip}
        className="part-tablist"
        role="tablist"
        aria-label={label}
        onKeyDown={moveFocus}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setFocused(undefined)}
      >
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="tab"
            id={`${prefix}tab-${item.id}`}
            data-tab={item.id}
            className="part-tab"
            aria-selected={item.id === selected}
            aria-controls={item.id === selected ? `${prefix}panel` : undefined}
            tabIndex={item.id === stop ? 0 : -1}
            onFocus={() => setFocused(item.id)}
            onClick={() => onSelect(item.id)}
          >
            {item.label}
            {item.note !== undefined && (
              <span className="part-tab-note" aria-hidden="true">
                {item.note}
              </span>
            )}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a tab panel that scrolls has to be reachable by keyboard */}
      <div className="part-tabpanel" role="tabpanel" id={`${prefix}panel`} aria-labelledby={`${prefix}tab-${selected}`} tabIndex={0}>
        {children}
      </div>
    </div>
  )
}

function tabIn(strip: HTMLElement | null, id: string): HTMLElement | null {
  return strip?.querySelector<HTMLElement>(`[data-tab="${id}"]`) ?? null
}
