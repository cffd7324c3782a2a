import { useEffect, useMemo, useState } from 'react'
import { addStyles } from '../../styles/style-sheets.ts'
import { jsonFormWords } from '../../words/json-form-words.ts'
import { useWords } from '../../words/words.ts'
import { applySplice, followValue, spliceBetween } from '../json/edit-json.ts'
import type { JsonDocument } from '../json/json-document.ts'
import { openByDefault, visibleNodes } from '../json/json-rows.ts'
import { Menu } from '../menu/menu.tsx'
import type { MenuGroup } from '../menu/menu-items.ts'
import { VirtualRows } from '../virtual-rows.tsx'
import { watchSize } from '../watch-size.ts'
import { FieldRow } from './field-row.tsx'
import { findValue } from './find-value.ts'
import type { Asking, FormActs } from './form-acts.ts'
import styles from './json-form.css?inline'

addStyles(styles)

interface JsonFormProps {
  readonly json: JsonDocument
  /** What it was before it was changed: what differs is marked, and can be put back. */
  readonly base?: JsonDocument | undefined
  readonly label: string
  readonly readOnly?: boolean
  /** A text to go to: the field of the first value, after the one that has the focus, whose key or text has it. Sought anew for each other object. */
  readonly sought?: { readonly text: string } | undefined
  /** Called with the whole text after each change. */
  readonly onEdit: (text: string) => void
}

interface Folding {
  readonly json: JsonDocument
  readonly single: ReadonlyMap<number, boolean>
}

/** JSON as a form: a field for each value, in the order and to the digit in which it came. */
export function JsonForm({ json, base, label, readOnly = false, sought, onEdit }: JsonFormProps) {
  const words = useWords(jsonFormWords)
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const [folding, setFolding] = useState<Folding>({ json, single: new Map() })
  const [asking, setAsking] = useState<Asking>()
  const [menu, setMenu] = useState<{ readonly at: HTMLElement; readonly label: string; readonly groups: readonly MenuGroup[] }>()
  if (folding.json !== json) {
    setFolding({ json, single: followFolding(folding, json) })
    setAsking(undefined)
  }
  const { single } = folding
  const nodes = useMemo(
    () => visibleNodes(json, (node) => single.get(node) ?? openByDefault(json.depths[node] as number, json.counts[node] as number)),
    [json, single],
  )
  const [target, setTarget] = useState<number>()
  const [found, setFound] = useState(sought)
  if (sought !== found) {
    setFound(sought)
    const node = sought && findValue(json, sought.text, target ?? -1)
    if (node !== undefined) {
      const opened = new Map(single)
      for (let parent = json.parents[node] as number; parent >= 0; parent = json.parents[parent] as number) opened.set(parent, true)
      setFolding({ json, single: opened })
    }
    setTarget(node)
  }
  const targetRow = target === undefined ? -1 : nodes.indexOf(target)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each search asks for the focus once, also one that finds the same
  useEffect(() => {
    if (targetRow < 0) return undefined
    // A row of a long list is there only once it was scrolled to.
    let frame = 0
    const seek = (tries: number) => {
      frame = requestAnimationFrame(() => {
        const field = scroller?.querySelector<HTMLElement>(`[data-index="${targetRow}"] :is(input, textarea, button)`)
        if (!field && tries > 0) return seek(tries - 1)
        field?.focus()
        if (field instanceof HTMLInputElement) field.select()
      })
    }
    seek(60)
    return () => cancelAnimationFrame(frame)
  }, [sought, targetRow, scroller])
  useEffect(() => {
    if (!scroller) return undefined
    // A line that comes above it, such as what became of an edit, must not push the field out of sight that is being edited.
    return watchSize(scroller, () => {
      const field = (scroller.getRootNode() as Document | ShadowRoot).activeElement
      if (scroller.contains(field)) field?.scrollIntoView({ block: 'nearest' })
    })
  }, [scroller])
  const acts: FormActs = {
    edit: (splice) => splice && onEdit(applySplice(json.text, splice)),
    fold: (node, open) => setFolding({ json, single: new Map(single).set(node, open) }),
    ask: setAsking,
    openMenu: (at, label, groups) => setMenu({ at, label, groups }),
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend
    <div ref={setScroller} className="json-form" role="group" aria-label={label}>
      <VirtualRows
        count={nodes.length}
        rowHeight={30}
        scroller={scroller}
        active={targetRow < 0 ? undefined : targetRow}
        renderRow={(row) => {
          const node = nodes[row]
          if (node === undefined) return null
          return (
            <FieldRow
              json={json}
              base={base}
              node={node}
              open={json.counts[node] === 0 ? undefined : nodes[row + 1] === node + 1}
              asking={asking?.node === node ? asking : undefined}
              readOnly={readOnly}
              acts={acts}
            />
          )
        }}
      />
      {sought && targetRow < 0 && (
        <p className="json-form-missed" role="status">
          {words.notFound(sought.text)}
        </p>
      )}
      {menu && <Menu label={menu.label} groups={menu.groups} at={menu.at} opener={menu.at} onClose={() => setMenu(undefined)} />}
    </div>
  )
}

/** What was folded and unfolded stays so, wherever an edit has moved it. */
function followFolding({ json, single }: Folding, next: JsonDocument): ReadonlyMap<number, boolean> {
  if (single.size === 0) return single
  const splice = spliceBetween(json.text, next.text)
  const followed = new Map<number, boolean>()
  for (const [node, open] of single) {
    const now = followValue(json, next, splice, node)
    if (now !== undefined) followed.set(now, open)
  }
  return followed
}
