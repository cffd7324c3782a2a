import type { Clock } from '../contract/clock.ts'
import type { Notice } from '../contract/panel-source.ts'
import type { Settings } from '../contract/settings.ts'
import type { EventLog } from '../recorder/log/event-log.ts'
import type { ClaimSession } from './claim-session.ts'
import { type RestoredSession, restoreSession } from './restore-session.ts'
import type { Piece, SessionStore } from './session-store.ts'
import { SessionWriter } from './session-writer.ts'
import type { TabEntry, TabMemory } from './tab-memory.ts'

/** How much is left in sessionStorage, which blocks while it writes and holds some five million characters for the whole origin. */
const MAX_PENDING_BYTES = 1024 * 1024

interface SessionOptions {
  readonly memory: TabMemory
  readonly store: SessionStore
  readonly claim: ClaimSession
  readonly clock: Clock
  readonly log: EventLog
  readonly capture: () => Settings['capture']
  /** What the previous page of the tab left; `undefined` starts a new session. */
  readonly entry: TabEntry | undefined
  /** Called with each event of an earlier page, then once after the last. */
  readonly onEarlierEvent: EventLog['append']
  readonly onRestored: () => void
  readonly onNotice: (notice: Notice) => void
  /** Called once when the session cannot be stored. */
  readonly onFailure: (cause: unknown) => void
}

/** One stored session while its page owns it. */
export class Session {
  readonly #options: SessionOptions
  readonly #writer: SessionWriter
  /** Settles, and never rejects, when the tasks of earlier pages are in the log. */
  readonly restored: Promise<void>
  #id: string
  #release: (() => void) | undefined
  #stopped = false
  #unloaded = false
  /** Pieces that the previous page left in sessionStorage and that are not in the store yet. */
  #pending: readonly Piece[]
  /** How many tasks of earlier pages are not in the log yet. */
  #missingTasks: number

  constructor(options: SessionOptions) {
    const { clock, entry, log, onFailure, store } = options
    this.#options = options
    this.#id = entry?.id ?? newId()
    this.#pending = entry?.pending ?? []
    this.#missingTasks = entry?.closed?.tasks ?? 0
    this.#writer = new SessionWriter({
      id: () => this.#id,
      store,
      clock,
      log,
      maxTasks: () => options.capture().maxTasks,
      onStored: () => this.#forgetPending(),
      onFailure,
    })
    for (const taskId of log.taskIds()) this.#writer.markChanged(taskId)
    this.restored = this.#start(entry).catch((cause: unknown) => {
      this.stop()
      onFailure(cause)
    })
  }

  get id(): string {
    return this.#id
  }

  /** Stores the changes of a task soon. */
  markChanged(taskId: string): void {
    this.#writer.markChanged(taskId)
  }

  /** The log was cleared, or a clear was undone. */
  rewriteAll(): void {
    this.#writer.rewriteAll()
  }

  /** Saves what it can at once, and lets the next page of the tab have the session. */
  unload(): void {
    const { clock, log } = this.#options
    const closed = { at: clock.now(), tasks: log.kept.tasks + this.#missingTasks }
    const pending = newestOf([...this.#pending, ...this.#writer.writeOnUnload()])
    if (!this.#remember({ closed, pending })) this.#remember({ closed })
    this.#unloaded = true
    this.#release?.()
  }

  /** Unloads, and resolves when nothing is under way any more. */
  async dispose(): Promise<void> {
    this.unload()
    this.stop()
    await this.restored
    await this.#writer.idle()
  }

  /** Stores nothing more. */
  stop(): void {
    this.#stopped = true
    this.#writer.stop()
    this.#release?.()
  }

  async #start(entry: TabEntry | undefined): Promise<void> {
    const { claim } = this.#options
    if (!this.#remember({ pending: this.#pending })) throw new Error('sessionStorage is blocked or full')
    let own = entry
    let release = await claim(this.#id)
    if (!release) {
      // This tab started as a copy of another one that still has the session.
      own = undefined
      this.#id = newId()
      this.#pending = []
      this.#missingTasks = 0
      this.#remember({})
      release = await claim(this.#id)
    }
    this.#release = release
    if (this.#stopped) return release?.()
    const found = own && (await this.#restore(own))
    if (this.#stopped) return
    this.#writer.start(found?.stored ?? new Map(), found?.dropped ?? [])
    for (const taskId of found?.changed ?? []) this.#writer.markChanged(taskId)
  }

  async #restore(entry: TabEntry): Promise<RestoredSession> {
    const { capture, clock, log, onEarlierEvent, onRestored, store } = this.#options
    const known = new Set(log.taskIds())
    try {
      const found = await restoreSession({
        entry,
        store,
        clock,
        maxTasks: capture().maxTasks,
        isKnown: (taskId) => known.has(taskId),
        onEvent: onEarlierEvent,
      })
      this.#notify(entry, found)
      return found
    } finally {
      this.#missingTasks = 0
      onRestored()
    }
  }

  #notify({ closed }: TabEntry, { end, reason, refused, restored }: RestoredSession): void {
    const { onNotice } = this.#options
    const leftOut = (end?.tasks ?? 0) - restored - refused
    if (!closed) onNotice({ code: 'session-cut-off' })
    if (leftOut > 0) onNotice({ code: 'session-left-out', count: leftOut })
    if (refused > 0) onNotice({ code: 'session-refused', count: refused, ...(reason !== undefined && { detail: reason }) })
  }

  #forgetPending(): void {
    if (this.#pending.length === 0 || this.#unloaded) return
    this.#pending = []
    this.#remember({})
  }

  #remember(more: Pick<TabEntry, 'closed' | 'pending'>): boolean {
    const { clock, memory } = this.#options
    return memory.write({ id: this.#id, startedAt: clock.startedAt, ...more })
  }
}

function newestOf(pieces: readonly Piece[]): readonly Piece[] {
  let bytes = 0
  let first = pieces.length
  while (first > 0) {
    bytes += (pieces[first - 1] as Piece).key[2]
    if (bytes > MAX_PENDING_BYTES) break
    first--
  }
  return pieces.slice(first)
}

/** `crypto.randomUUID` needs a secure origin. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
