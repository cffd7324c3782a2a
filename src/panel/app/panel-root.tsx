import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { PanelSource } from '../../contract/panel-source.ts'
import { SessionsContext } from '../exchange/sessions-context.ts'
import { useSessions } from '../exchange/use-sessions.ts'
import { PanelBoundary } from '../parts/panel-boundary.tsx'
import styles from '../parts/parts.css?inline'
import { useReplay } from '../replay/use-replay.ts'
import { focusList } from '../requests/focus-places.ts'
import type { Schedule } from '../store/frame-pace.ts'
import type { PanelPlace } from '../store/inspector-context.ts'
import type { InspectorStore } from '../store/inspector-store.ts'
import { addStyles } from '../styles/style-sheets.ts'
import { languageOf } from '../words/dictionary.ts'
import { listWords } from '../words/list-words.ts'
import { LanguageContext } from '../words/words.ts'
import { InspectorFrame } from './inspector-frame.tsx'

addStyles(styles)

interface PanelRootProps {
  readonly source: PanelSource
  readonly store: InspectorStore
  readonly place: PanelPlace
  readonly pace: Schedule
}

/** Gives the whole panel its language and its theme. */
export function PanelRoot({ source, store, place, pace }: PanelRootProps) {
  const chosen = useStore(store, (state) => state.preferences.language)
  const theme = useStore(store, (state) => state.preferences.theme)
  const browser = useSyncExternalStore(onLanguageChange, () => languageOf(navigator.languages))
  const language = chosen === 'auto' ? browser : chosen
  const panel = useRef<HTMLDivElement>(null)
  const sessions = useSessions(
    useMemo(() => ({ source, store }), [source, store]),
    panel,
  )
  const { opened, shown: file } = sessions
  const replay = useReplay(source, panel)
  const shown = replay.started ?? file
  const before = useRef({ shown, opened })
  // The frame, or the button, that had the focus is gone; whoever has moved on to the page keeps it there.
  useEffect(() => {
    if (before.current.shown === shown && before.current.opened === opened) return
    before.current = { shown, opened }
    const { activeElement, body } = panel.current?.ownerDocument ?? {}
    if (!activeElement || activeElement === body) focusList(panel.current)
  }, [shown, opened])
  return (
    <LanguageContext value={language}>
      <div ref={panel} className="look" lang={language === 'zh' ? 'zh-CN' : 'en'} data-theme={theme}>
        <PanelBoundary message={listWords[language].listBroke}>
          <SessionsContext value={sessions}>
            {replay.started ? (
              <InspectorFrame
                key="replay"
                source={replay.started.source}
                store={replay.started.store}
                place={{ ...place, lookMenu: false, replay: replay.started.controls }}
                pace={replay.started.pace}
              />
            ) : file ? (
              <InspectorFrame
                key={`file ${file.name}`}
                source={file.source}
                store={file.store}
                place={{
                  ...place,
                  lookMenu: false,
                  startReplay: () => replay.start({ source: file.source, store: file.store, file: file.name }),
                }}
                pace={file.pace}
              />
            ) : (
              <InspectorFrame
                key="live"
                source={source}
                store={store}
                place={{ ...place, startReplay: () => replay.start({ source, store }) }}
                pace={pace}
              />
            )}
          </SessionsContext>
        </PanelBoundary>
      </div>
    </LanguageContext>
  )
}

function onLanguageChange(listener: () => void): () => void {
  addEventListener('languagechange', listener)
  return () => removeEventListener('languagechange', listener)
}
