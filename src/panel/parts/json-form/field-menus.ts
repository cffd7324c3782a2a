import type { jsonFormWords } from '../../words/json-form-words.ts'
import { clipText } from '../format.ts'
import { appendValue, moveValue, removeValue, repeatValue, replaceValue } from '../json/edit-json.ts'
import { isContainer, isList, type JsonDocument, meaningOf, textOfValue } from '../json/json-document.ts'
import type { MenuGroup, MenuItem } from '../menu/menu-items.ts'
import type { FormActs } from './form-acts.ts'
import { isJsonNumber } from './step-number.ts'
import { kindOf, stressesOf, stressValue, type ValueKind } from './stress.ts'

type Words = (typeof jsonFormWords)['zh']

/** Characters of a value beside the name of its stress. */
const NOTE = 14

/** What can be tried on a value, each with what it gives. */
export function stressGroups(json: JsonDocument, node: number, words: Words, acts: FormActs): readonly MenuGroup[] {
  const items: MenuItem[] = stressesOf(json, node).map((stress) => ({
    id: stress,
    label: words.stresses[stress],
    ...noteOf(json, node, stress, words),
    onSelect: () => acts.edit(replaceValue(json, node, stressValue(json, node, stress))),
  }))
  if (json.keys[node] !== -1)
    items.push({ id: 'missing', label: words.stresses.missing, onSelect: () => acts.edit(removeValue(json, node)) })
  return items.length === 0 ? [] : [{ id: 'stress', items }]
}

function noteOf(json: JsonDocument, node: number, stress: Parameters<typeof stressValue>[2], words: Words): { readonly note?: string } {
  if (stress === 'name60' || stress === 'long') return { note: words.notes[stress] }
  if (stress === 'one' || stress === 'hundred' || stress === 'none' || stress === 'null') return {}
  return { note: clipText(stressValue(json, node, stress), NOTE) }
}

const TYPES: readonly ValueKind[] = ['text', 'number', 'boolean', 'null', 'list', 'object']

/** Everything else that can be done to a value. */
export function moreGroups(json: JsonDocument, node: number, words: Words, acts: FormActs): readonly MenuGroup[] {
  const container = isContainer(json, node)
  const list = isList(json, node)
  const inside = node > 0
  const inList = inside && json.keys[node] === -1
  const first = json.places[node] === 0
  const last = inside && (json.places[node] as number) + 1 === json.counts[json.parents[node] as number]
  const kind = kindOf(json, node)
  const add: MenuItem[] = container
    ? [
        list
          ? { id: 'add', label: words.addItem, onSelect: () => acts.edit(appendValue(json, node, newItem(json, node))) }
          : { id: 'add', label: words.addField, onSelect: () => acts.ask({ node, what: 'add' }) },
      ]
    : []
  const stress: MenuItem[] =
    list || !container ? [] : [{ id: 'stress', label: words.stress, submenu: stressGroups(json, node, words, acts) }]
  const type: MenuItem = {
    id: 'type',
    label: words.type,
    submenu: [
      {
        id: 'types',
        items: TYPES.map((to) => ({
          id: to,
          kind: 'radio' as const,
          checked: to === kind,
          label: words.types[to],
          onSelect: () => to !== kind && acts.edit(replaceValue(json, node, turnedInto(textOfValue(json, node), to))),
        })),
      },
    ],
  }
  const groups: MenuGroup[] = [
    { id: 'value', items: [...add, type, ...stress] },
    {
      id: 'place',
      items: [
        ...(inList ? [{ id: 'duplicate', label: words.duplicate, onSelect: () => acts.edit(repeatValue(json, node, 1)) }] : []),
        ...(inside && !inList ? [{ id: 'rename', label: words.rename, onSelect: () => acts.ask({ node, what: 'rename' }) }] : []),
        ...(inside && !first ? [{ id: 'up', label: words.moveUp, onSelect: () => acts.edit(moveValue(json, node, -1)) }] : []),
        ...(inside && !last ? [{ id: 'down', label: words.moveDown, onSelect: () => acts.edit(moveValue(json, node, 1)) }] : []),
      ],
    },
    {
      id: 'remove',
      items: inside
        ? [{ id: 'remove', label: inList ? words.remove : words.removeKey, onSelect: () => acts.edit(removeValue(json, node)) }]
        : [],
    },
  ]
  return groups.filter(({ items }) => items.length > 0)
}

/** A new item is like the last one, for lists are of one kind. */
function newItem(json: JsonDocument, node: number): string {
  let last: number | undefined
  for (let child = node + 1; child < (json.nexts[node] as number) && json.counts[node] !== 0; child = json.nexts[child] as number)
    last = child
  return last === undefined ? '""' : textOfValue(json, last)
}

/** A value as another type, with as much of what it says as that can hold. */
function turnedInto(text: string, to: ValueKind): string {
  const said = text.startsWith('"') ? meaningOf(text.slice(1, -1)) : text
  switch (to) {
    case 'text':
      return text.startsWith('"') ? text : JSON.stringify(/^[[{]/.test(text) || text === 'null' ? '' : text)
    case 'number':
      return isJsonNumber(said.trim()) ? said.trim() : '0'
    case 'boolean':
      return said === 'false' || said === '0' || said === '' || said === 'null' ? 'false' : 'true'
    case 'null':
      return 'null'
    case 'list':
      return text === 'null' ? '[]' : `[${text}]`
    case 'object':
      return '{}'
  }
}
