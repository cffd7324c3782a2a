import { useLayoutEffect, useState } from 'react'

/** How much room the list has. Each step leaves out the columns that say least. */
export type ListRoom = 'phone' | 'small' | 'medium' | 'full'

/** px. */
function roomFor(width: number): ListRoom {
  if (width < 480) return 'phone'
  if (width < 640) return 'small'
  return width < 820 ? 'medium' : 'full'
}

/** The room of the list by its own width, since the details may stand beside it. */
export function useListRoom(element: HTMLElement | null): ListRoom {
  const [room, setRoom] = useState<ListRoom>('full')
  useLayoutEffect(() => {
    if (!element) return undefined
    const measure = () => setRoom(roomFor(element.clientWidth))
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [element])
  return room
}
