import { ChevronDown, ChevronRight, Undo2 } from 'lucide-react'
import { jsonFormWords } from '../../words/json-form-words.ts'
import { useWords } from '../../words/words.ts'
import { clipText, formatCount } from '../format.ts'
import { childrenOf, replaceValue, twinOf } from '../json/edit-json.ts'
import { isContainer, isList, type JsonDocument, meaningOf, pathOf, textOfKey, textOfValue } from '../json/json-document.ts'
import { previewJson } from '../json/json-rows.ts'
import { MoreButton } from '../menu/more-button.tsx'
import { AskField } from './ask-field.tsx'
import { moreGroups, stressGroups } from './field-menus.ts'
import type { Asking, FormActs } from './form-acts.ts'
import { ValueField } from './value-field.tsx'

interface FieldRowProps {
  readonly json: JsonDocument
  readonly base: JsonDocument | undefined
  readonly node: number
  /** Undefined for what cannot be opened. */
  readonly open: boolean | undefined
  readonly asking: Asking | undefined
  readonly readOnly: boolean
  readonly acts: FormActs
}

/** Steps of indentation. */
const MOST_STEPS = 24
/** Characters of what stood there before. */
const WAS_SHOWN = 40

/** One value of the form: its key, its field, what it was, and what can be done to it. */
export function FieldRow({ json, base, node, open, asking, readOnly, acts }: FieldRowProps) {
  const words = useWords(jsonFormWords)
  const key = keyOf(json, node)
  const name = nameOf(json, node, words.whole)
  const twin = base && twinOf(json, node, base)
  const before = base && twin !== undefined ? textOfValue(base, twin) : undefined
  const changed = base !== undefined && base !== json && before !== textOfValue(json, node)
  const putBack = changed && before !== undefined && (!isContainer(json, node) || json.counts[node] !== base.counts[twin as number])
  const container = isContainer(json, node)
  return (
    <div
      className="json-field"
      data-container={container || undefined}
      style={{ paddingInlineStart: `${Math.min(json.depths[node] as number, MOST_STEPS) * 14 + 8}px` }}
    >
      <span className="json-field-dot" data-changed={(changed && !container) || putBack || undefined} />
      {open === undefined ? (
        <span className="json-field-twisty" />
      ) : (
        <button
          type="button"
          className="json-field-twisty"
          aria-expanded={open}
          aria-label={(open ? words.collapse : words.expand)(name)}
          onClick={() => acts.fold(node, !open)}
        >
          {open ? <ChevronDown size={13} aria-hidden="true" /> : <ChevronRight size={13} aria-hidden="true" />}
        </button>
      )}
      <span className="json-field-key" title={clipText(key)}>
        {key === '' && node > 0 ? '""' : clipText(key, 200)}
      </span>
      <span className="json-field-value">
        {container ? (
          <ContainerNote json={json} node={node} open={open} readOnly={readOnly} name={name} acts={acts} />
        ) : (
          <ValueField json={json} node={node} name={name} readOnly={readOnly} acts={acts} />
        )}
        {asking && <AskField json={json} node={node} asking={asking} acts={acts} />}
        {putBack && before !== undefined && (
          <span className="json-field-was">
            <span className="json-field-was-text">
              {words.was(
                isContainer(base, twin as number)
                  ? (isList(base, twin as number) ? words.items : words.keys)(formatCount(base.counts[twin as number] as number))
                  : clipText(before, WAS_SHOWN),
              )}
            </span>
            <button
              type="button"
              className="part-icon-button"
              aria-label={words.putBack(name)}
              title={words.putBack(name)}
              disabled={readOnly}
              onClick={() => acts.edit(replaceValue(json, node, before))}
            >
              <Undo2 size={13} aria-hidden="true" />
            </button>
          </span>
        )}
      </span>
      {!readOnly && (
        <span className="json-field-acts">
          {(!container || isList(json, node)) && stressGroups(json, node, words, acts).length > 0 && (
            <button
              type="button"
              className="part-button json-field-stress"
              aria-haspopup="menu"
              aria-label={words.stressOf(name)}
              onClick={(event) => acts.openMenu(event.currentTarget, words.stressOf(name), stressGroups(json, node, words, acts))}
            >
              {words.stress}
              <ChevronDown size={12} aria-hidden="true" />
            </button>
          )}
          <MoreButton label={words.more(name)} onOpen={(at) => acts.openMenu(at, words.more(name), moreGroups(json, node, words, acts))} />
        </span>
      )}
    </div>
  )
}

interface ContainerNoteProps extends Pick<FieldRowProps, 'json' | 'node' | 'open' | 'readOnly' | 'acts'> {
  readonly name: string
}

function ContainerNote({ json, node, open, readOnly, name, acts }: ContainerNoteProps) {
  const words = useWords(jsonFormWords)
  const count = json.counts[node] as number
  const list = isList(json, node)
  const title = list ? undefined : titleOf(json, node)
  return (
    <>
      {title !== undefined && <span className="json-field-title">{clipText(title, 80)}</span>}
      <span className="json-field-count">{(list ? words.items : words.keys)(formatCount(count))}</span>
      {!open && count > 0 && <span className="json-field-preview">{previewJson(json, node)}</span>}
      {!readOnly && list && count > 0 && (
        <button
          type="button"
          className="part-button json-field-quiet"
          data-kind="quiet"
          aria-label={`${words.clear} ${name}`}
          onClick={() => acts.edit(replaceValue(json, node, '[]'))}
        >
          {words.clear}
        </button>
      )}
      {!readOnly && list && count > 0 && (
        <button
          type="button"
          className="part-button json-field-quiet"
          data-kind="quiet"
          aria-label={`${words.repeat} ${name}`}
          onClick={() => acts.ask({ node, what: 'repeat' })}
        >
          {words.repeat}
        </button>
      )}
      {!readOnly && count === 0 && (
        <button
          type="button"
          className="part-button json-field-quiet"
          data-kind="quiet"
          aria-label={`${list ? words.addItem : words.addField} ${name}`}
          onClick={() => acts.ask({ node, what: 'add' })}
        >
          {list ? words.addItem : words.addField}
        </button>
      )}
    </>
  )
}

const TITLES: readonly string[] = ['name', 'title', 'label', 'text', 'nickName']

/** What an object is called in its own words. */
function titleOf(json: JsonDocument, node: number): string | undefined {
  if ((json.counts[node] as number) > 100) return undefined
  for (const child of childrenOf(json, node)) {
    const text = textOfValue(json, child)
    if (text.startsWith('"') && TITLES.includes(textOfKey(json, child) ?? '')) return meaningOf(text.slice(1, -1))
  }
  return undefined
}

function keyOf(json: JsonDocument, node: number): string {
  const key = textOfKey(json, node)
  if (key !== undefined) return meaningOf(key)
  return node === 0 ? '' : String(json.places[node])
}

/** What a value is called: its key first, since that is what stands there, then where it is. */
function nameOf(json: JsonDocument, node: number, whole: string): string {
  if (node === 0) return whole
  const parent = (pathOf(json, json.parents[node] as number) ?? '').replace(/^\$\.?/, '')
  return clipText(parent === '' ? keyOf(json, node) : `${keyOf(json, node)} ${parent}`, 200)
}
