import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { PanelSource } from '../../contract/panel-source.ts'
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
  /** Says something to whoever listens instead of looking; nothing on the screen moves. */
  readonly announce: (text: string) => void
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
