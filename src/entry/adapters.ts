import { type Adaptation, type AdapterContext, adaptFramework, isUni } from '../adapters/adapt-framework.ts'
import { PendingCalls } from '../adapters/pending-calls.ts'
import type { Clock } from '../contract/clock.ts'
import type { FrameworkCalls } from '../contract/framework-call.ts'
import { patchPage } from '../transport/page/patch-page.ts'

/** The frameworks whose calls one inspector follows. */
export interface Adapters {
  /** Begins to follow a framework; gives back how to stop. An object that is followed already is not followed twice. */
  adapt(framework: object): () => void
  /** Follows what turns out to be uni-app; in a browser it is the page's `wx` as well as its `uni`. */
  adaptIfUni(value: object): boolean
  /** The calls of frameworks that do not lead here any more, such as `uni.request`. */
  bypassed(): readonly string[]
  /** Stops following all of them. */
  dispose(): void
}

export function createAdapters(clock: Clock, calls: FrameworkCalls): Adapters {
  const pending = new PendingCalls(() => clock.now())
  const context: AdapterContext = { pending, calls, now: () => clock.now() }
  const followed = new Map<object, Adaptation>()
  let restorePage: (() => void) | undefined

  function adapt(framework: object): () => void {
    const known = followed.get(framework)
    if (known) return known.undo
    const { bypassed, undo } = adaptFramework(framework, context)
    restorePage ??= patchPage({ calls, clock, take: (kind, url) => pending.take(kind, url) })
    const adaptation = {
      bypassed,
      undo() {
        if (!followed.delete(framework)) return
        undo()
        if (followed.size > 0) return
        restorePage?.()
        restorePage = undefined
      },
    }
    followed.set(framework, adaptation)
    return adaptation.undo
  }

  return {
    adapt,
    adaptIfUni(value) {
      if (!isUni(value)) return false
      try {
        adapt(value)
        return true
      } catch {
        // One that cannot be changed.
        return false
      }
    },
    bypassed: () => [...followed.values()].flatMap((adaptation) => adaptation.bypassed()),
    dispose() {
      for (const { undo } of [...followed.values()]) undo()
    },
  }
}
