/** Adds a listener; anything but a function is ignored. */
export function addTo<Listener>(listeners: Set<Listener>): (listener: Listener) => void {
  return (listener) => {
    if (typeof listener === 'function') listeners.add(listener)
  }
}

/** Takes a listener away; without one, all of them (TASK-6). */
export function removeFrom<Listener>(listeners: Set<Listener>): (listener?: Listener) => void {
  return (listener) => {
    if (listener === undefined) listeners.clear()
    else listeners.delete(listener)
  }
}
