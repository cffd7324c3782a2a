import { useSyncExternalStore } from 'react'
import type { PanelSource, SourceState } from '../../contract/panel-source.ts'

const NEVER = () => () => {}

/** The live state behind a source, or `undefined` for one that has none, such as a file. */
export function useSourceState(source: PanelSource): SourceState | undefined {
  return useSyncExternalStore(
    (listener) => (source.subscribeState ?? NEVER)(listener),
    () => source.state?.(),
  )
}
