/** Adds a listener; anything but a function is ignored. */
export function addTo<Listener>(listeners: Set<Listener>): (listener: Listener) => void {
  return (listener) => {
    if (typeof listener === 'function') listeners.add(listener)
  }
}

/** Removes a listener; without an argument, all of them (TASK-6). */
export function removeFrom<Listener>(listeners: Set<Listener>): (listener?: Listener) => void {
  return (listener) => {
    if (listener === undefined) listeners.clear()
    else listeners.delete(listener)
  }
}
