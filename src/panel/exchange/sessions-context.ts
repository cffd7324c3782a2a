import { createContext } from 'react'
import type { PanelSource } from '../../contract/panel-source.ts'
import type { InspectorStore } from '../store/inspector-store.ts'
import type { OpenedSession } from './open-session.ts'

/** What a panel shows of a session. */
export interface ShownSession {
  readonly source: PanelSource
  readonly store: InspectorStore
}

/** The live session, and those from files beside it. */
export interface Sessions {
  readonly live: ShownSession
  /** In the order in which they were opened; no two have one name. */
  readonly opened: readonly OpenedSession[]
  /** The one from a file that is shown; absent while the live one is. */
  readonly shown?: OpenedSession
  /** A file that is being read; `share` is from 0 to 1. */
  readonly reading?: { readonly name: string; readonly share: number; cancel(): void }
  /** Why the last file could not be opened. */
  readonly failed?: { readonly name: string; readonly reason: string }
  open(file: File): void
  /** Shows one of those from files, or without any the live one. */
  show(session?: OpenedSession): void
  close(session: OpenedSession): void
  /** Forgets why the last file could not be opened. */
  dismiss(): void
}

export const SessionsContext = createContext<Sessions | undefined>(undefined)
