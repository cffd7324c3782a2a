import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { PanelSource } from '../../contract/panel-source.ts'
import type { InspectorStore } from '../store/inspector-store.ts'
import type { StartedReplay } from './start-replay.ts'

/** What is replayed: the live session, or that of a file. */
interface Replayed {
  readonly source: PanelSource
  readonly store: InspectorStore
  readonly file?: string
}

/** Replays a session, one at a time. The clock of the live one tells how time passes in front of the screen. */
export function useReplay(
  live: PanelSource,
  panel: RefObject<HTMLElement | null>,
): { readonly started: StartedReplay | undefined; readonly start: (what: Replayed) => void } {
  const [started, setStarted] = useState<StartedReplay>()
  const current = useRef<AbortController>(undefined)

  const start = useMemo(
    () => (what: Replayed) => {
      current.current?.abort()
      const aborter = new AbortController()
      const { signal } = aborter
      current.current = aborter
      void import('./start-replay.ts')
        .then(({ startReplay }) =>
          startReplay({
            ...what,
            now: () => live.now(),
            beside: () => panel.current ?? document.body,
            signal,
            leave: () => aborter.abort(),
          }),
        )
        .then(
          (replay) => {
            signal.addEventListener('abort', () => {
              replay.close()
              setStarted(undefined)
            })
            if (signal.aborted) replay.close()
            else setStarted(replay)
          },
          (thrown: unknown) => {
            if (!signal.aborted) throw thrown
          },
        )
    },
    [live, panel],
  )
  useEffect(() => () => current.current?.abort(), [])
  return { started, start }
}
