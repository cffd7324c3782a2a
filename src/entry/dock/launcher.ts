import type { Clock } from '../../contract/clock.ts'
import type { PanelSource } from '../../contract/panel-source.ts'
import type { Language } from '../../panel/words/dictionary.ts'
import { countCalls } from './call-counts.ts'
import { append, appendButton } from './dock-elements.ts'
import { dockWords } from './dock-words.ts'
import { PANEL_KEY } from './panel-key.ts'

/** The button that stands for a panel which is put away, with what happened meanwhile. */
export interface Launcher {
  readonly button: HTMLButtonElement
  setShown(shown: boolean): void
  setLanguage(language: Language): void
  remove(): void
}

interface LauncherOptions {
  readonly source: PanelSource
  readonly clock: Clock
  onPress(): void
}

/** ms between two drawings: it stands over somebody else's page, and is to cost it nothing. */
const PAUSE = 1000

export function createLauncher(parent: Node, { source, clock, onPress }: LauncherOptions): Launcher {
  const button = appendButton(parent, 'launcher')
  button.setAttribute('aria-keyshortcuts', PANEL_KEY)
  append(button, 'span', 'launcher-mark')
  const numbers = {
    calls: append(button, 'span', 'launcher-number'),
    failed: append(button, 'span', 'launcher-number'),
    running: append(button, 'span', 'launcher-number'),
  }
  const signs = { calls: '', failed: '✕ ', running: '○ ' }
  let language: Language = 'en'
  let shown = false
  let waiting: AbortController | undefined

  const draw = () => {
    const counts = counter.read()
    const words = dockWords[language]
    const told: string[] = []
    for (const name of ['calls', 'failed', 'running'] as const) {
      const count = counts[name]
      numbers[name].hidden = count === 0
      // Drawn by the style sheet: read aloud it is told by the description, in words.
      numbers[name].dataset.text = `${signs[name]}${count}`
      if (count > 0) told.push(words[name](String(count)))
    }
    button.dataset.counts = String(counts.calls > 0)
    button.setAttribute('aria-label', words.open)
    button.setAttribute('aria-description', told.join(language === 'zh' ? '，' : ', '))
    button.title = [words.openHint(PANEL_KEY), ...told].join(' · ')
  }
  const counter = countCalls(source, () => {
    if (shown && !waiting) void drawSoon()
  })
  const drawSoon = async () => {
    waiting = new AbortController()
    const { signal } = waiting
    await clock.sleep(PAUSE, signal)
    if (signal.aborted) return
    waiting = undefined
    draw()
  }
  const stopWaiting = () => {
    waiting?.abort()
    waiting = undefined
  }
  button.addEventListener('click', () => onPress())

  return {
    button,
    setShown(next) {
      shown = next
      button.hidden = !next
      stopWaiting()
      if (next) draw()
    },
    setLanguage(next) {
      language = next
      if (shown) draw()
    },
    remove() {
      stopWaiting()
      counter.stop()
    },
  }
}
