import { useEffect, useLayoutEffect, useMemo } from 'react'
import { viewOf } from '../../parts/view-of.ts'
import { framesOf } from '../../store/frame-pace.ts'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import { WaterfallStage } from './waterfall-stage.ts'

/** The stage of one list; it rests when the list goes. */
export function useStage(): WaterfallStage {
  const { pace, source, frame } = useInspector()
  const axis = useInspectorState((state) => state.preferences.axis)
  const stage = useMemo(() => {
    const nextFrame = framesOf(() => (frame.current ? viewOf(frame.current) : window))
    return new WaterfallStage(() => source.now(), pace, nextFrame)
  }, [pace, source, frame])
  useLayoutEffect(() => stage.setAxis(axis), [stage, axis])
  useEffect(() => () => stage.stop(), [stage])
  return stage
}
