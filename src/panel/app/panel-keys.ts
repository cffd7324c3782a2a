import type { KeyboardEvent } from 'react'
import { isTyping } from '../parts/is-typing.ts'
import { keyNameOf } from '../parts/key-name.ts'
import type { DockPlace } from '../store/docking.ts'
import type { InspectorContent, PanelKey } from '../store/inspector-context.ts'
import type { ReplayControls } from '../store/replay-controls.ts'
import { isHeard } from '../store/single-keys.ts'
import type { KeyDeed } from '../words/key-words.ts'
import { resumeOpened } from './hold/next-held.ts'

function toggleRecording({ source }: InspectorContent): boolean {
  const recording = source.state?.().recording
  if (recording === undefined || !source.send) return false
  source.send({ type: 'set-recording', recording: !recording })
  return true
}

function clear({ source }: InspectorContent): boolean {
  source.send?.({ type: 'clear' })
  return source.send !== undefined
}

function showKeys({ showKeys: show }: InspectorContent, target: HTMLElement): boolean {
  if (isTyping(target)) return false
  show()
  return true
}

const holds = ({ source }: InspectorContent) => source.send !== undefined && source.state?.().hold !== undefined
const takesRules = ({ source }: InspectorContent) => source.send !== undefined && source.state?.().rules !== undefined
const takesCommands = ({ source }: InspectorContent) => source.send !== undefined

function dockKey(key: string, place: DockPlace, does: KeyDeed): PanelKey {
  return {
    keys: [key],
    does,
    available: ({ place: { docking } }) => docking !== undefined,
    act({ place: { docking } }, target) {
      // In a field they select words.
      if (!docking?.fits(place) || isTyping(target)) return false
      docking.choose(place)
      return true
    },
  }
}

/** Arrows, since with Alt the letters of a Mac type signs. */
export const DOCK_KEYS: Readonly<Record<DockPlace, string>> = {
  bottom: 'Alt+Shift+ArrowDown',
  right: 'Alt+Shift+ArrowRight',
  left: 'Alt+Shift+ArrowLeft',
  float: 'Alt+Shift+ArrowUp',
  window: 'Alt+Shift+Enter',
}

const replays = ({ place }: InspectorContent) => place.replay !== undefined

/** In a field arrows move the cursor, and on a button the space bar presses it; the scrub bar is neither. */
function replayKey(keys: readonly string[], does: KeyDeed, run: (replay: ReplayControls, key: string) => void): PanelKey {
  return {
    keys,
    does,
    available: replays,
    act({ place: { replay } }, target, key) {
      const takesIt = (isTyping(target) && !target.matches('[type="range"]')) || (key === 'Space' && target.matches('button, a, summary'))
      if (!replay || takesIt) return false
      run(replay, key)
      return true
    },
  }
}

/** Keys of the panel whatever view it shows. */
export const PANEL_KEYS: readonly PanelKey[] = [
  { keys: ['?'], does: 'keys', act: showKeys },
  { keys: ['Ctrl+e', 'Meta+e'], does: 'toggleRecording', available: takesCommands, act: toggleRecording },
  { keys: ['Ctrl+l', 'Meta+k'], does: 'clear', available: takesCommands, act: clear },
  replayKey(['ArrowRight', '.'], 'replayForward', (replay) => replay.step(1)),
  replayKey(['ArrowLeft', ','], 'replayBack', (replay) => replay.step(-1)),
  replayKey(['Shift+ArrowRight', 'Shift+ArrowLeft'], 'replayCall', (replay, key) => replay.stepCall(key === 'Shift+ArrowRight' ? 1 : -1)),
  replayKey(['Home', 'End'], 'replayEnds', (replay, key) => replay.moveTo(key === 'Home' ? 0 : Number.POSITIVE_INFINITY)),
  replayKey(['Space'], 'replayPlay', (replay) => replay.togglePlaying()),
  replayKey(['Escape'], 'leaveReplay', (replay) => replay.leave()),
  { keys: ['F8'], does: 'resume', available: holds, act: (content) => resumeOpened(content, false) },
  { keys: ['F9'], does: 'step', available: holds, act: (content) => resumeOpened(content, true) },
  // Heard after these, by `handleHistoryKey`.
  { keys: ['Ctrl+z', 'Meta+z'], does: 'undoMocks', available: takesRules, act: () => false },
  { keys: ['Ctrl+Shift+z', 'Meta+Shift+z'], does: 'redoMocks', available: takesRules, act: () => false },
  // Heard by the page itself, wherever the focus is.
  { keys: ['Alt+Shift+W'], does: 'togglePanel', available: ({ place }) => place.docking !== undefined, act: () => false },
  dockKey(DOCK_KEYS.bottom, 'bottom', 'dockBottom'),
  dockKey(DOCK_KEYS.right, 'right', 'dockRight'),
  dockKey(DOCK_KEYS.left, 'left', 'dockLeft'),
  dockKey(DOCK_KEYS.float, 'float', 'dockFloat'),
  dockKey(DOCK_KEYS.window, 'window', 'dockWindow'),
]

/** Keys are heard only while the focus is inside the panel, so the page around keeps its own. */
export function handlePanelKey(event: KeyboardEvent, viewKeys: readonly PanelKey[] = [], content: InspectorContent): void {
  if (event.defaultPrevented) return
  const name = keyNameOf(event)
  const target = event.target as HTMLElement
  if (!isHeard(name, content.store.getState())) return
  if (![...viewKeys, ...PANEL_KEYS].some(({ keys, act }) => keys.includes(name) && act(content, target, name))) return
  event.preventDefault()
  event.stopPropagation()
}
