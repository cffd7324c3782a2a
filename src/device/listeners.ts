import { throwLater } from '../contract/throw-later.ts'

/** The listeners of an `onX` and `offX` pair: each once, in the order of registration. */
export interface Listeners<Event> {
  on(listener: (event: Event) => void): void
  /** Without a listener, removes all of them. */
  off(listener?: (event: Event) => void): void
  emit(makeEvent: () => Event): void
}

export function createListeners<Event>(): Listeners<Event> {
  const listeners = new Set<(event: Event) => void>()
  return {
    on(listener) {
      if (typeof listener === 'function') listeners.add(listener)
    },
    off(listener) {
      if (listener === undefined) listeners.clear()
      else listeners.delete(listener)
    },
    emit(makeEvent) {
      for (const listener of [...listeners]) {
        try {
          listener(makeEvent())
        } catch (thrown) {
          throwLater(thrown)
        }
      }
    },
  }
}
