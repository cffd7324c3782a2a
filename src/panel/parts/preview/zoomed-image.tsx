import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { partWords } from '../../words/part-words.ts'
import { useWords } from '../../words/words.ts'
import { nextZoom } from './next-zoom.ts'

interface ZoomedImageProps {
  readonly image: ReactNode
  /** Its own size, px; absent until it is known. */
  readonly size: readonly [width: number, height: number] | undefined
  readonly caption: string
}

/** An image that fits the room that there is, or is as large as one asks: by buttons, + - 0 1, Ctrl and the wheel, and a double click. It is dragged about. */
export function ZoomedImage({ image, size, caption }: ZoomedImageProps) {
  const words = useWords(partWords)
  const stage = useRef<HTMLDivElement>(null)
  // Times its own size; `undefined` fits it.
  const [zoom, setZoom] = useState<number>()
  const width = size?.[0] || undefined

  const shown = () => zoom ?? fitted(stage.current, size)
  const step = (by: 1 | -1) => setZoom(nextZoom(shown(), by))
  const steps = useRef(step)
  steps.current = step
  useEffect(() => {
    const element = stage.current
    if (!element) return undefined
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      // The page would zoom too.
      event.preventDefault()
      steps.current(event.deltaY < 0 ? 1 : -1)
    }
    element.addEventListener('wheel', turn, { passive: false })
    return () => element.removeEventListener('wheel', turn)
  }, [])
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '+' || event.key === '=') step(1)
    else if (event.key === '-') step(-1)
    else if (event.key === '0') setZoom(undefined)
    else if (event.key === '1') setZoom(1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <figure className="part-image">
      <figcaption>
        <span className="part-image-caption">{caption}</span>
        <button type="button" className="part-icon-button" aria-label={words.zoomOut} title={words.zoomOut} onClick={() => step(-1)}>
          <ZoomOut size={14} aria-hidden="true" />
        </button>
        <button type="button" className="part-icon-button" aria-label={words.zoomIn} title={words.zoomIn} onClick={() => step(1)}>
          <ZoomIn size={14} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="part-icon-button"
          aria-label={words.zoomFit}
          title={words.zoomFit}
          aria-pressed={zoom === undefined}
          onClick={() => setZoom(undefined)}
        >
          <Maximize size={14} aria-hidden="true" />
        </button>
        <button type="button" className="part-button" aria-pressed={zoom === 1} onClick={() => setZoom(1)}>
          100%
        </button>
        {zoom !== undefined && <output className="part-image-zoom">{Math.round(zoom * 100)}%</output>}
      </figcaption>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and borders */}
      <div
        ref={stage}
        className="part-image-stage"
        data-zoomed={zoom !== undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        tabIndex={0}
        role="group"
        aria-label={words.zoomKeys}
        onKeyDown={press}
        onDoubleClick={() => setZoom(zoom === undefined ? 1 : undefined)}
        onPointerDown={startDrag}
      >
        <span
          className="part-image-sheet"
          data-large={zoom !== undefined && zoom >= 2}
          style={zoom === undefined || width === undefined ? undefined : { width: `${width * zoom}px` }}
        >
          {image}
        </span>
      </div>
    </figure>
  )
}

/** How large an image is that fits, times its own size: never larger than it is. */
function fitted(stage: HTMLElement | null, size: readonly [number, number] | undefined): number {
  const [width = 0, height = 0] = size ?? []
  if (!stage || width === 0 || height === 0) return 1
  return Math.min(1, stage.clientWidth / width, stage.clientHeight / height)
}

/** Scrolls what is larger than its room along with the pointer. */
function startDrag({ currentTarget: stage, button, pointerType, pointerId, clientX, clientY }: PointerEvent<HTMLElement>): void {
  // Fingers scroll by themselves.
  if (button !== 0 || pointerType === 'touch') return
  const { scrollLeft, scrollTop } = stage
  stage.setPointerCapture(pointerId)
  const move = (event: globalThis.PointerEvent) => {
    stage.scrollLeft = scrollLeft + clientX - event.clientX
    stage.scrollTop = scrollTop + clientY - event.clientY
  }
  const end = () => {
    stage.removeEventListener('pointermove', move)
    stage.removeEventListener('lostpointercapture', end)
  }
  stage.addEventListener('pointermove', move)
  stage.addEventListener('lostpointercapture', end)
}
