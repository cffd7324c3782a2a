import type { InspectorContent } from '../../store/inspector-context.ts'

/** Shows the held call after the one that is open, or the one that is held longest. Tells whether there was one. The focus stays. */
export function showNextHeld({ source, store }: InspectorContent): boolean {
  const calls = source.state?.().hold?.calls ?? []
  const { opened } = store.getState()
  const place = calls.findIndex(({ taskId }) => taskId === opened)
  const next = calls[(place + 1) % Math.max(1, calls.length)]
  if (next) store.actions.show({ view: 'requests', taskId: next.taskId })
  return next !== undefined
}

/** Lets the held call that is open go on, to its next gate if `step`. Where none is open, the next one is shown; at speed 0 a step leads to the next event. */
export function resumeOpened(content: InspectorContent, step: boolean): boolean {
  const { source, store } = content
  const { opened } = store.getState()
  const held = source.state?.().hold?.calls.find(({ taskId }) => taskId === opened)
  if (!held && step && source.state?.().speed === 0) {
    void source.send?.({ type: 'next-event' })
    return true
  }
  if (!held || !source.send) return showNextHeld(content)
  void source.send({ type: step ? 'step' : 'resume', taskId: held.taskId })
  return true
}
