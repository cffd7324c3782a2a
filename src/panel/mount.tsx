import { Activity } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { InspectorError } from '../contract/inspector-error.ts'
import type { PanelSource } from '../contract/panel-source.ts'
import { PanelRoot } from './app/panel-root.tsx'
import { rememberScroll } from './parts/remember-scroll.ts'
import { viewOf } from './parts/view-of.ts'
import type { Docking } from './store/docking.ts'
import { createFeed } from './store/feed.ts'
import { createFramePace, framesOf } from './store/frame-pace.ts'
import { createInspectorStore } from './store/inspector-store.ts'
import { keepMarks, readMarks, takeMarks, tellPins } from './store/keep-marks.ts'
import { keepPreferences, withoutKeys } from './store/keep-preferences.ts'
import { type PanelTarget, readPanelTarget } from './store/panel-target.ts'
import { reportRefusals } from './store/report-refusals.ts'
import { readPreferences, type Theme } from './store/saved-settings.ts'
import { adoptStyles } from './styles/style-sheets.ts'
import type { Language } from './words/dictionary.ts'

/** `auto` follows what the person chose in the panel before, else the browser. */
export type PanelLanguage = Language | 'auto'
/** `auto` follows what the person chose in the panel before, else the system. */
export type PanelTheme = Theme | 'auto'

/** What a panel draws, and how it looks. */
export interface PanelOptions {
  /** An inspector, or anything that can tell events. */
  readonly source: PanelSource
  /** Default `auto`. */
  readonly language?: PanelLanguage
  /** Default `auto`. */
  readonly theme?: PanelTheme
  /** Whether the panel has its own menu for language and theme. Default true; false where the page around it has one. */
  readonly lookMenu?: boolean
  /** Gives the panel a button that calls this: for whoever can put it away. */
  readonly onClose?: () => void
  /** Loads the app again, where the page shows it in a part of itself: *Reload preview*. Default: the panel offers *Reload page*. */
  readonly onReload?: () => void
  /** Gives the panel a menu of where it stands: for whoever can move it. */
  readonly docking?: Docking
  /** Told at once and whenever language or theme change, also by the panel's own menu: for what stands around the panel. */
  readonly onLook?: (look: { readonly language: PanelLanguage; readonly theme: PanelTheme }) => void
}

/** A panel in a page. */
export interface MountedPanel {
  /** Takes the panel out of the page; twice is as once. What it showed goes on being recorded. */
  unmount(): void
  /** A panel that is not shown does not draw. Shown again it is as it was left, and has what came meanwhile. */
  setShown(shown: boolean): void
  /** Moves the panel into another element, which may be in another window, with all that it shows. */
  moveTo(element: HTMLElement): void
  /** Gives the focus to the list of calls or, in another view, to the name of that. */
  focus(): void
  setLanguage(language: PanelLanguage): void
  setTheme(theme: PanelTheme): void
  /** Goes to a view, to the details of a task, to a tab of them. Throws InspectorError `bad-option` when there is no such place. */
  show(target: PanelTarget): void
}

/**
 * Puts a panel into an element and fills it. Neither styles nor events of the page and the panel reach each other. When the source ends,
 * the panel is unmounted. Throws InspectorError `disposed` for a source that has ended already.
 */
export function mountPanel(
  element: HTMLElement,
  { source, language = 'auto', theme = 'auto', lookMenu = true, onClose, onReload, docking, onLook }: PanelOptions,
): MountedPanel {
  if (source.signal?.aborted) {
    throw new InspectorError('disposed', 'mountPanel() was given a source that was disposed of. Make a new one, and mount that.')
  }
  const storage = () => localStorage
  const marksOfTab = () => sessionStorage
  const { chosen, trouble } = readPreferences(storage)
  // Where the page has the menu, what was chosen in a panel with one of its own says nothing.
  const ignored = lookMenu ? [] : (['language', 'theme'] as const)
  const store = createInspectorStore(withoutKeys(chosen, ignored), { language, theme }, trouble, source.startedAt, readMarks(marksOfTab))
  const host = element.ownerDocument.createElement('div')
  host.className = 'wx-request-inspector'
  const shadow = host.attachShadow({ mode: 'open' })
  const dropStyles = adoptStyles(shadow)
  const place = element.ownerDocument.createElement('div')
  place.className = 'place'
  shadow.append(place)
  element.append(host)

  const unmounted = new AbortController()
  const pace = createFramePace(() => source.now(), { signal: unmounted.signal, nextFrame: framesOf(() => viewOf(host)) })
  const root = createRoot(place)
  const asked = reportRefusals(source, store.actions.setRefusal)
  const around = { lookMenu, ...(onClose && { onClose }), ...(onReload && { onReload }), ...(docking && { docking }) }
  const panel = <PanelRoot source={asked} store={store} place={around} pace={pace} />
  const feed = createFeed(source, store, pace)
  let shown = false
  let stopWatching: (() => void) | undefined
  // What is hidden keeps its state and has no effects, so that nothing of it is drawn until it is shown again.
  const draw = (visible: boolean) => root.render(<Activity mode={visible ? 'visible' : 'hidden'}>{panel}</Activity>)
  const setShown = (next: boolean) => {
    if (next === shown || unmounted.signal.aborted) return
    shown = next
    draw(shown)
    if (shown) {
      feed.start()
      stopWatching = source.watch?.()
    } else {
      feed.rest()
      stopWatching?.()
    }
  }
  setShown(true)
  const emitLook = () => onLook?.(store.getState().preferences)
  emitLook()
  const stopEmitting = store.subscribe((state, before) => {
    if (state.preferences !== before.preferences) emitLook()
  })
  const stopKeeping = keepPreferences(storage, store, ignored)
  const stopKeepingMarks = keepMarks(marksOfTab, store)
  const stopTakingMarks = takeMarks(source, store)
  const stopTellingPins = tellPins(asked, store)
  const unmount = () => {
    if (unmounted.signal.aborted) return
    unmounted.abort()
    feed.stop()
    stopWatching?.()
    stopKeeping()
    stopKeepingMarks()
    stopTakingMarks()
    stopTellingPins()
    stopEmitting()
    root.unmount()
    // React holds the element of the last event that it saw, and with it the whole panel: now that is the empty place.
    place.dispatchEvent(new Event('input'))
    host.remove()
    dropStyles()
  }
  source.signal?.addEventListener('abort', unmount, { signal: unmounted.signal })
  return {
    unmount,
    setShown,
    moveTo(next) {
      if (unmounted.signal.aborted) return
      const putBack = rememberScroll(shadow)
      // Effects hold on to the window that the panel leaves: they end, and begin anew in the other.
      if (shown) flushSync(() => draw(false))
      next.append(host)
      adoptStyles(shadow)
      if (shown) flushSync(() => draw(true))
      putBack()
    },
    focus() {
      if (unmounted.signal.aborted || !shown) return
      // It may not have been drawn yet.
      flushSync(() => draw(true))
      const target =
        shadow.querySelector<HTMLElement>('[role="grid"]') ?? shadow.querySelector<HTMLElement>('.view-tab[aria-pressed="true"]')
      target?.focus()
    },
    setLanguage: (next) => store.actions.setHostLook({ language: next }),
    setTheme: (next) => store.actions.setHostLook({ theme: next }),
    show: (target) => store.actions.show(readPanelTarget(target, source)),
  }
}
