import { useState } from 'react'
import { Recent } from '../../../recorder/log/recent.ts'
import type { StackFrame } from '../../rows/initiator-frames.ts'
import type { MappedFrame } from './map-frames.ts'

/** Places that were mapped already, so that another call of the same line needs no reading. */
const known = new Recent<MappedFrame>(512)

const keyOf = ({ url, line, column }: StackFrame) => `${url}:${line}:${column}`

/** The frames of a stack in their sources, once somebody asks: the scripts and their maps are fetched then, and not before. */
export function useMappedFrames(frames: readonly StackFrame[]) {
  const [mapped, setMapped] = useState<readonly (MappedFrame | undefined)[]>(() => frames.map((frame) => known.get(keyOf(frame))))
  const [on, setOn] = useState(() => mapped.some(Boolean))
  const [reading, setReading] = useState(false)
  const toggle = async () => {
    setOn(!on)
    if (on || reading || mapped.every((frame) => frame?.place)) return
    setReading(true)
    try {
      const { mapFrames } = await import('./map-frames.ts')
      const all = await mapFrames(frames)
      // What failed may come the next time.
      for (const [nth, frame] of frames.entries()) if (all[nth]?.place) known.set(keyOf(frame), all[nth])
      setMapped(all)
    } finally {
      setReading(false)
    }
  }
  return { on, reading, mapped: on ? mapped : [], toggle }
}
