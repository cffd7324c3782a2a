import { useCallback, useSyncExternalStore } from 'react'
import type { PanelSource, SourceState } from '../../contract/panel-source.ts'

/** The live state behind a source, or `undefined` for one that has none, such as a file. */
export function useSourceState(source: PanelSource): SourceState | undefined {
  // The same function from render to render: React leaves and joins the source anew for each other one.
  const subscribe = useCallback((listener: () => void) => source.subscribeState?.(listener) ?? (() => {}), [source])
  return useSyncExternalStore(subscribe, () => source.state?.())
}
