import type { Notice, NoticeCode, SourceState } from '../../contract/panel-source.ts'
import type { PanelChoices } from './panel-choices.ts'

/** Those that are so on every visit: put away, they stay away on the next one too. */
const LASTING: readonly NoticeCode[] = [
  'no-service-worker',
  'other-service-worker',
  'wx-replaced',
  'page-fetch-replaced',
  'page-calls-not-seen',
]

/** What was put away on earlier visits. */
type PutAway = Pick<PanelChoices, 'isPutAway' | 'putAway'>

const NOTHING: PutAway = { isPutAway: () => false, putAway: () => {} }

/** What the person should know. Each is said once: what was put away stays away. */
export class Notices {
  readonly #emitted = new Set<string>()
  readonly #moved: () => void
  readonly #putAway: PutAway
  #shown: readonly Notice[] = []

  constructor(moved: () => void, putAway = NOTHING) {
    this.#moved = moved
    this.#putAway = putAway
  }

  /** A new list whenever it moved. */
  get shown(): readonly Notice[] {
    return this.#shown
  }

  add(notice: Notice): void {
    if (this.#emitted.has(notice.code)) return
    this.#emitted.add(notice.code)
    if (LASTING.includes(notice.code) && this.#putAway.isPutAway(notice)) return
    this.#shown = [...this.#shown, notice]
    this.#moved()
  }

  /** Tells once that a record had to let something go. */
  addLosses({ droppedTasks, lostPinned = 0, releasedBodies }: SourceState['kept']): void {
    if (droppedTasks > 0) this.add({ code: 'tasks-dropped' })
    if (releasedBodies > 0) this.add({ code: 'bodies-released' })
    if (lostPinned > 0) this.add({ code: 'pinned-lost' })
  }

  /** Says what is so now of a few things that come and go: each is said until it is put away, and again when it comes back. */
  follow(codes: readonly NoticeCode[], found: readonly Notice[]): void {
    const gone = codes.filter((code) => !found.some((notice) => notice.code === code))
    const isGone = ({ code }: Notice) => gone.includes(code)
    for (const code of gone) this.#emitted.delete(code)
    if (this.#shown.some(isGone)) {
      this.#shown = this.#shown.filter((notice) => !isGone(notice))
      this.#moved()
    }
    for (const notice of found) {
      const shown = this.#shown.find(({ code }) => code === notice.code)
      if (!shown) this.add(notice)
      else if (shown.detail !== notice.detail) {
        this.#shown = this.#shown.map((each) => (each === shown ? notice : each))
        this.#moved()
      }
    }
  }

  dismiss(code: string): void {
    const notice = this.#shown.find((shown) => shown.code === code)
    if (notice && LASTING.includes(notice.code)) this.#putAway.putAway(notice)
    this.#shown = this.#shown.filter((notice) => notice.code !== code)
    this.#moved()
  }
}
