import { createContext, type RefObject, useContext } from 'react'
import { useStore } from 'zustand'
import type { PanelSource } from '../../contract/panel-source.ts'
import type { PanelLayout } from '../parts/use-layout.ts'
import type { Schedule } from './frame-pace.ts'
import type { InspectorState, InspectorStore } from './inspector-store.ts'

/** How the panel stands in its page. */
export interface PanelPlace {
  /** Whether language and theme are chosen in the panel. */
  readonly lookMenu: boolean
  /** Puts the panel away; absent where it stays. */
  readonly onClose?: () => void
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
  /** Says something to whoever listens instead of looking; nothing on the screen moves. */
  readonly announce: (text: string) => void
}

/**
 * Keys that are heard while the focus is anywhere in the panel, by their names, such as `F6` or `Ctrl+[`. Each tells whether it did
 * something; one that did not is left to the page.
 */
export type PanelKeys = Readonly<Record<string, (content: InspectorContent, target: HTMLElement) => boolean>>

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
