import { type ThrowLater, throwLater } from './throw-later.ts'

/** Those who subscribed to one kind of event. None of them can harm another, nor whoever emits. */
export interface Emitter<Event> {
  /** Called with each event that is emitted from now on. The same function may subscribe more than once. Returns how to stop. */
  subscribe(listener: (event: Event) => void): () => void
  /** Calls everybody who was subscribed when it was called and still is. What a listener throws becomes an uncaught error of the page. */
  emit(event: Event): void
  /** Ends all subscriptions. */
  clear(): void
}

interface Subscription<Event> {
  readonly listener: (event: Event) => void
  ended: boolean
}

/** The one way in which something is subscribed to here. */
export function createEmitter<Event = void>(report: ThrowLater = throwLater): Emitter<Event> {
  // Replaced, never changed: an emit that is under way goes on over those who were there.
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
