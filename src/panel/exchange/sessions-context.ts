import { createContext } from 'react'
import type { OpenedSession } from './open-session.ts'

/** The live session, and one from a file beside it. */
export interface Sessions {
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
