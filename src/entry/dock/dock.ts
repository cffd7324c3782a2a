import type { Clock } from '../../contract/clock.ts'
import type { PanelSource } from '../../contract/panel-source.ts'
import type { Docking, DockPlace } from '../../panel/store/docking.ts'
import tokens from '../../panel/styles/tokens.css?inline'
import type { Language } from '../../panel/words/dictionary.ts'
import styles from './dock.css?inline'
import { append, sheetsOf } from './dock-elements.ts'
import { createDockNote } from './dock-note.ts'
import { dockWords } from './dock-words.ts'
import { createEdgeHandle } from './edge-handle.ts'
import type { FloatBox } from './float-box.ts'
import { createFloatHandles } from './float-handles.ts'
import { createLauncher } from './launcher.ts'
import { type OwnWindow, openOwnWindow } from './own-window.ts'
import { createPageRoom } from './page-room.ts'
import { createSkipLink } from './skip-link.ts'

export interface Dock {
  /** Where the panel is mounted. */
  readonly slot: HTMLElement
  readonly docking: Docking
  open(): void
  close(): void
  setLanguage(language: Language): void
  setTheme(theme: 'light' | 'dark' | 'auto'): void
  remove(): void
}

/** How a person left it: what is `undefined` was never changed. Sizes are px. */
export interface DockChoices {
  readonly place?: DockPlace | undefined
  /** Where it goes when its window is closed. */
  readonly home?: Exclude<DockPlace, 'window'> | undefined
  readonly height?: number | undefined
  readonly width?: number | undefined
  readonly box?: FloatBox | undefined
}

export interface DockOptions {
  readonly source: PanelSource
  readonly clock: Clock
  readonly choices: DockChoices
  /** Where it stands until a person moves it. */
  readonly place: DockPlace
  onOpen(): void
  onChoose(change: DockChoices): void
  /** The panel is to be put into `slot`, which is in another window. */
  onMove(slot: HTMLElement): void
  /** The focus is to go to the panel. */
  onFocus(): void
  /** The window that holds the panel from now on; its keys are to be heard. Returns how to stop. */
  onWindow(view: Window): () => void
}

/** Narrower than this, px, a page has room for a panel at its foot alone. */
const NARROW = '(width < 640px)'
const WINDOW_SIZE = { width: 960, height: 640 }

/** Where the panel of a host page stands, and the button that opens it. Neither leaks nor takes styles. */
export function createDock(options: DockOptions): Dock {
  const host = document.createElement('wx-request-inspector')
  const root = host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = sheetsOf(tokens, styles)
  const launcher = createLauncher(root, { source: options.source, clock: options.clock, onPress: () => options.onOpen() })
  const dock = append(root, 'section', 'dock')
  dock.hidden = true
  const edge = createEdgeHandle(dock, {
    onSize: (side, size) => room.take(side, size),
    onDone: (side, size) => choose(side === 'bottom' ? { height: size } : { width: size }),
  })
  const float = createFloatHandles(dock, (box) => choose({ box }))
  const note = createDockNote(dock, () => void moveOut())
  const slot = append(dock, 'div', 'panel')
  const room = createPageRoom(document.documentElement)
  const skip = createSkipLink(() => options.onFocus())
  const narrow = window.matchMedia(NARROW)
  const listening = new AbortController()
  const listeners = new Set<() => void>()

  let choices = options.choices
  let language: Language = 'en'
  let theme: 'light' | 'dark' | 'auto' = 'auto'
  let isOpen = false
  let own: (OwnWindow & { readonly stopHearing: () => void }) | undefined

  const choose = (change: DockChoices) => {
    choices = { ...choices, ...change }
    options.onChoose(change)
  }
  const wanted = () => choices.place ?? options.place
  const home = () => {
    const place = wanted()
    return place === 'window' ? (choices.home ?? 'bottom') : place
  }
  /** Where it stands, or would if it were open. */
  const at = (): DockPlace => (own ? 'window' : narrow.matches ? 'bottom' : home())

  const draw = () => {
    const place = at()
    const here = isOpen && place !== 'window'
    dock.hidden = !here
    dock.dataset.place = place
    launcher.setShown(!isOpen)
    skip.setShown(here)
    if (!here || place === 'float') room.giveBack()
    if (here) {
      if (place === 'float') float.setBox(choices.box)
      else edge.setSide(place, place === 'bottom' ? choices.height : choices.width)
      edge.setLabel(place === 'bottom' ? dockWords[language].resizeHeight : dockWords[language].resizeWidth)
    }
    for (const listener of listeners) listener()
  }

  /** Into a window of its own. Stays where it is when the browser lets none open. */
  const moveOut = async () => {
    if (own) return own.view.focus()
    const opened = await openOwnWindow({
      title: dockWords[language].title,
      language,
      ...WINDOW_SIZE,
      onClosed() {
        comeBack()
        choose({ place: home() })
        draw()
        options.onFocus()
      },
    })
    note.tell(opened ? undefined : 'blocked')
    if (!opened) return
    if (!isOpen || own || listening.signal.aborted) return opened.close()
    own = { ...opened, stopHearing: options.onWindow(opened.view) }
    setWindowTheme()
    choose({ place: 'window', home: home() })
    options.onMove(opened.slot)
    draw()
    options.onFocus()
  }
  const comeBack = () => {
    own?.stopHearing()
    own = undefined
    options.onMove(slot)
  }
  const closeWindow = () => {
    const closing = own
    if (!closing) return
    comeBack()
    closing.close()
  }
  const setWindowTheme = () => {
    const page = own?.view.document.documentElement
    if (page) page.style.colorScheme = theme === 'auto' ? 'light dark' : theme
  }

  window.addEventListener('resize', () => isOpen && !own && (at() === 'float' ? float.fit() : edge.fit()), { signal: listening.signal })
  narrow.addEventListener('change', draw, { signal: listening.signal })
  const attach = () => document.documentElement.append(host)
  attach()
  // Of a page that is still being read, the body comes later: the panel is the last stop of its keys.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', attach, { signal: listening.signal })
  draw()

  return {
    slot,
    docking: {
      at,
      fits: (place) => place === 'bottom' || !narrow.matches,
      choose(place) {
        if (place === 'window') return void moveOut()
        const cameBack = own !== undefined
        closeWindow()
        note.tell(undefined)
        choose({ place })
        draw()
        if (cameBack) options.onFocus()
      },
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    open() {
      if (isOpen) return own?.view.focus()
      const hadFocus = root.activeElement === launcher.button
      isOpen = true
      draw()
      if (hadFocus) options.onFocus()
      if (wanted() !== 'window' || narrow.matches) return
      // No window opens by itself, and a try would only leave a mark of a blocked one.
      if (navigator.userActivation?.isActive ?? true) void moveOut()
      else note.tell('needsPress')
    },
    close() {
      const hadFocus = root.activeElement !== null || own !== undefined
      isOpen = false
      closeWindow()
      note.tell(undefined)
      draw()
      if (hadFocus) launcher.button.focus()
    },
    setLanguage(next) {
      language = next
      const words = dockWords[next]
      host.lang = next
      dock.setAttribute('aria-label', words.panel)
      edge.setLabel(at() === 'bottom' ? words.resizeHeight : words.resizeWidth)
      float.setLabels(words)
      note.setWords(words)
      launcher.setLanguage(next)
      skip.setText(words.skip, next)
      if (own) own.view.document.title = words.title
    },
    setTheme(next) {
      theme = next
      host.dataset.theme = next
      setWindowTheme()
    },
    remove() {
      listening.abort()
      closeWindow()
      room.giveBack()
      skip.remove()
      launcher.remove()
      listeners.clear()
      host.remove()
    },
  }
}
