import { useEffect, useLayoutEffect, useMemo } from 'react'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import { WaterfallStage } from './waterfall-stage.ts'

/** The stage of one list; it rests when the list goes. */
export function useStage(): WaterfallStage {
  const { pace, source } = useInspector()
  const axis = useInspectorState((state) => state.preferences.axis)
  const stage = useMemo(() => new WaterfallStage(() => source.now(), pace), [pace, source])
  useLayoutEffect(() => stage.setAxis(axis), [stage, axis])
  useEffect(() => () => stage.stop(), [stage])
  return stage
}
