import { createContext } from 'react'
import type { PanelSource } from '../../contract/panel-source.ts'
import type { InspectorStore } from '../store/inspector-store.ts'
import type { OpenedSession } from './open-session.ts'

/** What a panel shows of a session. */
export interface ShownSession {
  readonly source: PanelSource
  readonly store: InspectorStore
}

/** The live session, and one from a file beside it. */
export interface Sessions {
  readonly live: ShownSession
  readonly opened?: OpenedSession
  /** Whether the one from the file is shown. */
  readonly showsFile: boolean
  /** A file that is being read; `share` is from 0 to 1. */
  readonly reading?: { readonly name: string; readonly share: number; cancel(): void }
  /** Why the last file could not be opened. */
  readonly failed?: { readonly name: string; readonly reason: string }
  open(file: File): void
  show(what: 'live' | 'file'): void
  /** Closes the file, or forgets why it could not be opened. */
  close(): void
}

export const SessionsContext = createContext<Sessions | undefined>(undefined)
