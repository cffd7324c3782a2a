import { append, appendButton } from './dock-elements.ts'
import type { DockWords } from './dock-words.ts'

type NoteCode = 'blocked' | 'needsPress'

/** A line of words above a docked panel: why it is not in a window of its own. */
export interface DockNote {
  tell(code: NoteCode | undefined): void
  setWords(words: DockWords): void
}

export function createDockNote(dock: HTMLElement, onOpenWindow: () => void): DockNote {
  const line = append(dock, 'div', 'note')
  const text = append(line, 'span', 'note-text')
  text.setAttribute('role', 'status')
  const open = appendButton(line, 'note-button')
  const dismiss = appendButton(line, 'note-button')
  let words: DockWords | undefined
  let code: NoteCode | undefined
  const draw = () => {
    line.hidden = code === undefined
    text.textContent = (code && words?.[code]) ?? ''
    open.textContent = words?.openWindow ?? ''
    dismiss.textContent = '✕'
    dismiss.setAttribute('aria-label', words?.dismiss ?? '')
  }
  const tell = (next: NoteCode | undefined) => {
    code = next
    draw()
  }
  open.addEventListener('click', onOpenWindow)
  dismiss.addEventListener('click', () => tell(undefined))
  tell(undefined)
  return {
    tell,
    setWords(next) {
      words = next
      draw()
    },
  }
}
