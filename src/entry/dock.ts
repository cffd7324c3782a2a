import tokens from '../panel/styles/tokens.css?inline'
import type { Language } from '../panel/words/dictionary.ts'
import styles from './dock.css?inline'
import { dockWords } from './dock-words.ts'
import { PANEL_KEY } from './panel-key.ts'

export interface Dock {
  /** Where the panel is mounted. */
  readonly slot: HTMLElement
  open(): void
  close(): void
  /** From there the next Tab goes on into the panel. */
  focus(): void
  setLanguage(language: Language): void
  setTheme(theme: 'light' | 'dark' | 'auto'): void
  remove(): void
}

export interface DockOptions {
  /** px. Default: a little less than half of the page. */
  readonly height: number | undefined
  onOpen(): void
  /** Told when a person has changed the height, px. */
  onResize(height: number): void
}

const LEAST_HEIGHT = 160
const KEY_STEP = 24

/** A drawer at the foot of a host page, with a round button that opens it. It neither leaks nor takes styles. */
export function createDock(options: DockOptions): Dock {
  const host = document.createElement('wx-request-inspector')
  const root = host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [tokens, styles].map(sheetOf)
  const launcher = append(root, 'button', 'launcher')
  launcher.type = 'button'
  launcher.textContent = 'wx'
  launcher.setAttribute('aria-keyshortcuts', PANEL_KEY)
  const dock = append(root, 'section', 'dock')
  const handle = append(dock, 'div', 'handle')
  const slot = append(dock, 'div', 'panel')
  handle.tabIndex = 0
  handle.setAttribute('role', 'separator')
  handle.setAttribute('aria-orientation', 'horizontal')
  dock.hidden = true
  document.documentElement.append(host)
  if (options.height !== undefined) dock.style.setProperty('--dock-height', `${options.height}px`)

  const resizeTo = (height: number) => {
    const most = Math.round(window.innerHeight * 0.92)
    const block = Math.round(Math.min(Math.max(height, LEAST_HEIGHT), most))
    dock.style.setProperty('--dock-height', `${block}px`)
    handle.setAttribute('aria-valuenow', String(block))
    handle.setAttribute('aria-valuemin', String(LEAST_HEIGHT))
    handle.setAttribute('aria-valuemax', String(most))
  }
  handle.addEventListener('pointerdown', (event) => handle.setPointerCapture(event.pointerId))
  handle.addEventListener('pointermove', (event) => {
    if (handle.hasPointerCapture(event.pointerId)) resizeTo(window.innerHeight - event.clientY)
  })
  handle.addEventListener('lostpointercapture', () => options.onResize(dock.offsetHeight))
  handle.addEventListener('keydown', (event) => {
    const step = { ArrowUp: KEY_STEP, ArrowDown: -KEY_STEP, Home: Number.MAX_SAFE_INTEGER, End: -Number.MAX_SAFE_INTEGER }[event.key]
    if (step === undefined) return
    event.preventDefault()
    resizeTo(dock.offsetHeight + step)
    options.onResize(dock.offsetHeight)
  })
  launcher.addEventListener('click', () => options.onOpen())

  return {
    slot,
    open() {
      const hadFocus = root.activeElement === launcher
      dock.hidden = false
      launcher.hidden = true
      resizeTo(dock.offsetHeight)
      // The button is gone.
      if (hadFocus) handle.focus()
    },
    close() {
      const hadFocus = root.activeElement !== null
      dock.hidden = true
      launcher.hidden = false
      if (hadFocus) launcher.focus()
    },
    focus: () => handle.focus(),
    setLanguage(next) {
      const words = dockWords[next]
      host.lang = next
      launcher.setAttribute('aria-label', words.open)
      launcher.title = words.openHint(PANEL_KEY)
      dock.setAttribute('aria-label', words.panel)
      handle.setAttribute('aria-label', words.resize)
    },
    setTheme(next) {
      host.dataset.theme = next
    },
    remove: () => host.remove(),
  }
}

function append<Name extends keyof HTMLElementTagNameMap>(parent: Node, name: Name, className: string): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  element.className = className
  parent.appendChild(element)
  return element
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}
