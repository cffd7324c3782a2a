import { type ThrowLater, throwLater } from './throw-later.ts'

/** The subscribers of one kind of event. An error in one affects neither the others nor the emitter. */
export interface Emitter<Event> {
  /** Calls the listener with each later event. The same function may subscribe more than once. Returns a function that unsubscribes it. */
  subscribe(listener: (event: Event) => void): () => void
  /** Calls everyone who was subscribed before the call and still is. What a listener throws becomes an uncaught error of the page. */
  emit(event: Event): void
  /** Removes all subscriptions. */
  clear(): void
}

interface Subscription<Event> {
  readonly listener: (event: Event) => void
  ended: boolean
}

/** The only implementation of subscriptions in this project. */
export function createEmitter<Event = void>(report: ThrowLater = throwLater): Emitter<Event> {
  // Replaced, not modified: a running `emit` continues with its own list.
  let subscriptions: readonly Subscription<Event>[] = []
  return {
    subscribe(listener) {
      const own: Subscription<Event> = { listener, ended: false }
      subscriptions = [...subscriptions, own]
      return () => {
        own.ended = true
        subscriptions = subscriptions.filter((other) => other !== own)
      }
    },
    emit(event) {
      for (const subscription of subscriptions) {
        if (subscription.ended) continue
        try {
          subscription.listener(event)
        } catch (thrown) {
          report(thrown)
        }
      }
    },
    clear() {
      for (const subscription of subscriptions) subscription.ended = true
      subscriptions = []
    },
  }
}
