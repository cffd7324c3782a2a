// This file alone runs in the React of the host, whatever its version; the panel brings its own (docs/decisions/011). So no JSX here,
// which would be made with ours, and no hook that is younger than React 16.8.
import { createElement, useEffect, useRef } from 'react'
import type { PanelSource } from '../contract/panel-source.ts'
import { type MountedPanel, mountPanel, type PanelLanguage, type PanelTheme } from './mount.tsx'

/** Of `<Inspector>`. */
export interface InspectorProps {
  /** A new one takes the place of the panel; keep it in a ref or outside of the component. */
  readonly source: PanelSource
  /** Default `auto`. */
  readonly language?: PanelLanguage
  /** Default `auto`. */
  readonly theme?: PanelTheme
}

/** What a component gives, in words that hold with the types of React 18, 19 or none. */
export interface InspectorElement {
  readonly type: string
  readonly props: object
  readonly key: string | null
}

/**
 * The panel as a component, for apps that are written in React themselves. It fills its parent.
 * It mounts a tree of its own, so that the app's contexts, events and styles end at its edge.
 */
export function Inspector({ source, language = 'auto', theme = 'auto' }: InspectorProps): InspectorElement {
  const host = useRef<HTMLDivElement>(null)
  const panel = useRef<MountedPanel>(undefined)
  // What follows a change of these two does not need a new panel.
  const first = useRef({ language, theme })

  useEffect(() => {
    const element = host.current
    if (!element) return undefined
    const mounted = mountPanel(element, { source, ...first.current })
    panel.current = mounted
    return () => {
      panel.current = undefined
      // React does not let a root be taken down while it renders another.
      queueMicrotask(() => mounted.unmount())
    }
  }, [source])
  useEffect(() => {
    if (first.current.language !== language) panel.current?.setLanguage(language)
    if (first.current.theme !== theme) panel.current?.setTheme(theme)
    first.current = { language, theme }
  }, [language, theme])

  return createElement('div', { ref: host, style: { height: '100%' } })
}
