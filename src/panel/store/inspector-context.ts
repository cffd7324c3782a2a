import { createContext, type RefObject, useContext } from 'react'
import { useStore } from 'zustand'
import type { PanelSource } from '../../contract/panel-source.ts'
import type { PanelLayout } from '../parts/use-layout.ts'
import type { KeyDeed, KeyPlace } from '../words/key-words.ts'
import type { Docking } from './docking.ts'
import type { Schedule } from './frame-pace.ts'
import type { InspectorState, InspectorStore } from './inspector-store.ts'
import type { ReplayControls } from './replay-controls.ts'

/** How the panel stands in its page. */
export interface PanelPlace {
  /** Whether language and theme are chosen in the panel. */
  readonly lookMenu: boolean
  /** Puts the panel away; absent where it stays. */
  readonly onClose?: () => void
  /** Loads again what shows the app; absent where that is the whole page. */
  readonly onReload?: () => void
  /** Absent where the page decides. */
  readonly docking?: Docking
  /** Goes through what is shown event by event; absent while that is done. */
  readonly startReplay?: () => void
  /** What moves the replay that is shown; absent while none is. */
  readonly replay?: ReplayControls
}

/** What every piece of a mounted panel shares. */
export interface InspectorContent {
  readonly source: PanelSource
  readonly store: InspectorStore
  readonly place: PanelPlace
  /** How the panes of a view stand in the room that the panel has. */
  readonly layout: PanelLayout
  /** The whole panel, toolbar and all. */
  readonly frame: RefObject<HTMLElement | null>
  /** Told while something of a view lies over the whole panel, so that the toolbar cannot be reached beneath it. */
  readonly setCovered: (covered: boolean) => void
  /** When what was recorded is drawn. */
  readonly pace: Schedule
  /** Opens the list of keys. */
  readonly showKeys: () => void
  /** Says something to whoever listens instead of looking; nothing on the screen moves. */
  readonly announce: (text: string) => void
}

/** A line in the list of keys. */
export interface KeyLine {
  /** By their names (`parts/key-name.ts`), such as `F6` or `Ctrl+[`; all of them do the same. */
  readonly keys: readonly string[]
  readonly does: KeyDeed
}

/** Keys that are heard while the focus is anywhere in the panel. Tells whether it did something; one that did not is left to the page. */
export interface PanelKey extends KeyLine {
  /** Whether this panel has it. Default: every panel. */
  readonly available?: (content: InspectorContent) => boolean
  readonly act: (content: InspectorContent, target: HTMLElement, key: string) => boolean
}

/** Keys that are heard at one place of a view only. */
export interface PlacedKeys {
  readonly place: KeyPlace
  readonly keys: readonly KeyLine[]
}

export const InspectorContext = createContext<InspectorContent | undefined>(undefined)

export function useInspector(): InspectorContent {
  const content = useContext(InspectorContext)
  if (!content) throw new TypeError('[wx-request-inspector] this part of the panel stands outside an inspector')
  return content
}

/** Part of the panel's state; the component renders anew when that part changes. */
export function useInspectorState<Part>(select: (state: InspectorState) => Part): Part {
  return useStore(useInspector().store, select)
}
