/** A place in the line, or already a slot. */
export interface SlotTicket {
  /** How many stood in line before this one; `undefined` when a slot was free. */
  readonly ahead: number | undefined
  /** Resolves when the slot is taken; never, when the ticket was handed back before. */
  readonly taken: Promise<void> | undefined
  /** Hands back the slot or the place in the line. A second time does nothing. */
  leave(): void
}

/** At most so many calls run at once; the rest wait in the order in which they came (LIM-1). */
export interface SlotQueue {
  enter(): SlotTicket
}

export function createSlotQueue(slots: number): SlotQueue {
  let free = slots
  /** Whose turn has come, but who hear of it only after what is going on now: nobody goes before them. */
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
