import type { NoticeCode } from '../../contract/panel-source.ts'
import { toJson } from '../../contract/to-json.ts'
import { type ChosenColumns, type ColumnId, isColumnId } from '../rows/column-values.ts'
import { GROUPINGS, type GroupBy } from '../rows/list-lines.ts'
import type { Language } from '../words/dictionary.ts'

export type Theme = 'light' | 'dark'

/** What a person chose about the panel itself. */
export interface PanelPreferences {
  readonly language: Language | 'auto'
  readonly theme: Theme | 'auto'
  /** Columns that were shown or hidden by hand; the others follow the default. */
  readonly columns: ChosenColumns
  /** Widths of columns that were resized, px. */
  readonly widths: Readonly<Partial<Record<ColumnId, number>>>
  /** Whether bars share one axis of time or each begin at the left. */
  readonly axis: 'shared' | 'own'
  /** By what the calls of the list stand together. */
  readonly groupBy: GroupBy
  /** Whether the slots stand above the list, as lanes. */
  readonly lanes: boolean
  /** Share of the room that the list has beside or above the details, 0 to 1. */
  readonly listShare: number
  /** Whether every event stands with its explanation. */
  readonly explained: boolean
  /** Whether keys of one character are heard. */
  readonly singleKeys: boolean
  /** Whether new calls are told to screen readers. */
  readonly announceNew: boolean
  /** Filters that were given a name, by the appid of the app in which that was done. */
  readonly filters: Readonly<Record<string, readonly SavedFilter[]>>
}

/** A filter with a name. */
export interface SavedFilter {
  readonly name: string
  readonly query: string
}

export const DEFAULT_PREFERENCES: PanelPreferences = {
  language: 'auto',
  theme: 'auto',
  columns: {},
  widths: {},
  axis: 'shared',
  groupBy: 'none',
  lanes: false,
  listShare: 0.5,
  explained: false,
  singleKeys: true,
  announceNew: false,
  filters: {},
}

/** What went wrong with the storage, as the code of a notice. */
export type StorageTrouble = Extract<NoticeCode, 'storage-blocked' | 'storage-full' | 'saved-settings-invalid'>

export const PREFERENCES_KEY = 'wx-request-inspector.panel'
const VERSION = 2

/** What a person chose; the rest follows the host, and then the default. */
export type ChosenPreferences = Partial<PanelPreferences>

/** Reading the property itself throws where a page may not have storage; so it is asked for inside. */
type StorageDoor = () => Pick<Storage, 'getItem' | 'setItem'>

/** Reads what was chosen. What is wrong is left out, and told. */
export function readPreferences(storage: StorageDoor): { chosen: ChosenPreferences; trouble?: StorageTrouble } {
  let text: string | null
  try {
    text = storage().getItem(PREFERENCES_KEY)
  } catch {
    return { chosen: {}, trouble: 'storage-blocked' }
  }
  if (text === null) return { chosen: {} }
  try {
    return readSaved(JSON.parse(text))
  } catch {
    return { chosen: {}, trouble: 'saved-settings-invalid' }
  }
}

/**
 * Adds to what was chosen, in this tab and in others; `undefined` takes a choice back. A storage that refuses is told, and the panel goes
 * on in memory.
 */
export function writePreferences(
  storage: StorageDoor,
  changes: { readonly [Key in keyof PanelPreferences]?: PanelPreferences[Key] | undefined },
): StorageTrouble | undefined {
  let door: ReturnType<StorageDoor>
  try {
    door = storage()
  } catch {
    return 'storage-blocked'
  }
  try {
    const { chosen } = readPreferences(() => door)
    door.setItem(PREFERENCES_KEY, toJson({ version: VERSION, ...chosen, ...changes }))
    return undefined
  } catch {
    return 'storage-full'
  }
}

function readSaved(saved: unknown): { chosen: ChosenPreferences; trouble?: StorageTrouble } {
  if (typeof saved !== 'object' || saved === null) return { chosen: {}, trouble: 'saved-settings-invalid' }
  const fields = saved as Record<string, unknown>
  const version = fields['version']
  let wrong = version !== VERSION && version !== 1
  const chosen: Record<string, unknown> = {}
  for (const [key, fits] of Object.entries(FITS)) {
    const value = fields[key]
    if (value === undefined) continue
    // Version 1 kept all of them, chosen or not.
    if (version === 1 && toJson(value) === toJson(DEFAULT_PREFERENCES[key as keyof PanelPreferences])) continue
    if (fits(value)) chosen[key] = value
    else wrong = true
  }
  return { chosen: chosen as ChosenPreferences, ...(wrong && { trouble: 'saved-settings-invalid' as const }) }
}

const FITS: Readonly<Record<keyof PanelPreferences, (value: unknown) => boolean>> = {
  language: (value) => value === 'zh' || value === 'en' || value === 'auto',
  theme: (value) => value === 'light' || value === 'dark' || value === 'auto',
  columns: (value) => isColumnRecord(value, (shown) => typeof shown === 'boolean'),
  widths: (value) => isColumnRecord(value, (width) => typeof width === 'number' && width >= 20 && width <= 4000),
  axis: (value) => value === 'shared' || value === 'own',
  groupBy: (value) => (GROUPINGS as readonly unknown[]).includes(value),
  lanes: (value) => typeof value === 'boolean',
  listShare: (value) => typeof value === 'number' && value >= 0 && value <= 1,
  explained: (value) => typeof value === 'boolean',
  singleKeys: (value) => typeof value === 'boolean',
  announceNew: (value) => typeof value === 'boolean',
  filters: (value) => isRecord(value) && Object.values(value).every((list) => Array.isArray(list) && list.every(isSavedFilter)),
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSavedFilter(value: unknown): boolean {
  return isRecord(value) && typeof value['name'] === 'string' && typeof value['query'] === 'string'
}

function isColumnRecord(value: unknown, fits: (entry: unknown) => boolean): boolean {
  return isRecord(value) && Object.entries(value).every(([key, entry]) => isColumnId(key) && fits(entry))
}
