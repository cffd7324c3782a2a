/** A place in the queue, or a slot. */
export interface SlotTicket {
  /** How many calls were queued before this one; `undefined` if a slot was free. */
  readonly ahead: number | undefined
  /** Resolves when it gets a slot. Never, if `leave` was called before. */
  readonly taken: Promise<void> | undefined
  /** Gives back the slot or the place in the queue. A second call does nothing. */
  leave(): void
}

/** At most `slots` calls run at once; the rest wait in order (LIM-1). */
export interface SlotQueue {
  enter(): SlotTicket
}

export function createSlotQueue(slots: number): SlotQueue {
  let free = slots
  /** Calls that have a slot but are only notified after the current work: nobody may overtake them. */
  let called = 0
  const line = new Set<() => void>()

  const giveBack = () => {
    const [next] = line
    if (next === undefined) {
      free++
      return
    }
    line.delete(next)
    next()
  }

  return {
    enter() {
      if (free > 0 && called === 0) {
        free--
        let held = true
        return {
          ahead: undefined,
          taken: undefined,
          leave() {
            if (held) giveBack()
            held = false
          },
        }
      }
      const ahead = called + line.size
      let resolveTaken = () => {}
      const taken = new Promise<void>((resolve) => {
        resolveTaken = resolve
      })
      void taken.then(() => {
        called--
      })
      const call = () => {
        called++
        resolveTaken()
      }
      if (free > 0) {
        free--
        call()
      } else line.add(call)
      let left = false
      return {
        ahead,
        taken,
        leave() {
          if (!left && !line.delete(call)) giveBack()
          left = true
        },
      }
    },
  }
}
