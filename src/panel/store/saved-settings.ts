import type { NoticeCode } from '../../contract/panel-source.ts'
import { toJson } from '../../contract/to-json.ts'
import { COLUMN_IDS, type ColumnId } from '../rows/column-values.ts'
import type { Language } from '../words/dictionary.ts'

export type Theme = 'light' | 'dark'

/** What a person chose about the panel itself. */
export interface PanelPreferences {
  readonly language: Language | 'auto'
  readonly theme: Theme | 'auto'
  /** Columns that were shown or hidden by hand; the others follow the default. */
  readonly columns: Readonly<Partial<Record<ColumnId, boolean>>>
  /** Widths of columns that were resized, px. */
  readonly widths: Readonly<Partial<Record<ColumnId, number>>>
  /** Whether bars share one axis of time or each begin at the left. */
  readonly axis: 'shared' | 'own'
  /** Share of the room that the list has beside or above the details, 0 to 1. */
  readonly listShare: number
}

export const DEFAULT_PREFERENCES: PanelPreferences = {
  language: 'auto',
  theme: 'auto',
  columns: {},
  widths: {},
  axis: 'shared',
  listShare: 0.5,
}

/** What went wrong with the storage, as the code of a notice. */
export type StorageTrouble = Extract<NoticeCode, 'storage-blocked' | 'storage-full' | 'saved-settings-invalid'>

const KEY = 'wx-request-inspector.panel'
const VERSION = 1

/** Reading the property itself throws where a page may not have storage; so it is asked for inside. */
type StorageDoor = () => Pick<Storage, 'getItem' | 'setItem'>

/** Reads the preferences. What is missing or wrong falls back to the default, and is told when it was wrong. */
export function readPreferences(storage: StorageDoor): { preferences: PanelPreferences; trouble?: StorageTrouble } {
  let text: string | null
  try {
    text = storage().getItem(KEY)
  } catch {
    return { preferences: DEFAULT_PREFERENCES, trouble: 'storage-blocked' }
  }
  if (text === null) return { preferences: DEFAULT_PREFERENCES }
  try {
    return readSaved(JSON.parse(text))
  } catch {
    return { preferences: DEFAULT_PREFERENCES, trouble: 'saved-settings-invalid' }
  }
}

/** Writes the preferences; a storage that refuses is told, and the panel goes on in memory. */
export function writePreferences(storage: StorageDoor, preferences: PanelPreferences): StorageTrouble | undefined {
  let door: ReturnType<StorageDoor>
  try {
    door = storage()
  } catch {
    return 'storage-blocked'
  }
  try {
    door.setItem(KEY, toJson({ version: VERSION, ...preferences }))
    return undefined
  } catch {
    return 'storage-full'
  }
}

function readSaved(saved: unknown): { preferences: PanelPreferences; trouble?: StorageTrouble } {
  if (typeof saved !== 'object' || saved === null) return { preferences: DEFAULT_PREFERENCES, trouble: 'saved-settings-invalid' }
  const fields = saved as Record<string, unknown>
  let wrong = fields['version'] !== VERSION
  function take<Key extends keyof PanelPreferences>(key: Key, fits: (value: unknown) => boolean): PanelPreferences[Key] {
    const value = fields[key]
    if (value !== undefined && fits(value)) return value as PanelPreferences[Key]
    if (value !== undefined) wrong = true
    return DEFAULT_PREFERENCES[key]
  }
  const preferences: PanelPreferences = {
    language: take('language', (value) => value === 'zh' || value === 'en' || value === 'auto'),
    theme: take('theme', (value) => value === 'light' || value === 'dark' || value === 'auto'),
    columns: take('columns', (value) => isColumnRecord(value, (shown) => typeof shown === 'boolean')),
    widths: take('widths', (value) => isColumnRecord(value, (width) => typeof width === 'number' && width >= 20 && width <= 4000)),
    axis: take('axis', (value) => value === 'shared' || value === 'own'),
    listShare: take('listShare', (value) => typeof value === 'number' && value >= 0 && value <= 1),
  }
  return { preferences, ...(wrong && { trouble: 'saved-settings-invalid' as const }) }
}

function isColumnRecord(value: unknown, fits: (entry: unknown) => boolean): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.entries(value).every(([key, entry]) => (COLUMN_IDS as readonly string[]).includes(key) && fits(entry))
}
