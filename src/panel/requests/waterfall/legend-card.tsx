import { type RefObject, useLayoutEffect, useRef } from 'react'
import { PopupCard } from '../../parts/dialog/popup-card.tsx'
import { viewOf } from '../../parts/view-of.ts'
import { useInspectorState } from '../../store/inspector-context.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { detailWords } from '../../words/detail-words.ts'
import { legendWords } from '../../words/waterfall/legend-words.ts'
import { useWords } from '../../words/words.ts'
import { BAR_HEIGHT, drawParts } from './draw-bar.ts'
import styles from './legend.css?inline'
import { LEGEND_SAMPLES, type LegendSample } from './legend-samples.ts'
import { readColours } from './waterfall-colours.ts'

addStyles(styles)

interface LegendCardProps {
  readonly anchor: RefObject<HTMLElement | null>
  /** By a key, the focus goes back to where it was opened. */
  readonly onClose: (byKey: boolean) => void
}

const GROUPS = ['phases', 'shapes', 'marks'] as const

/** What each colour, pattern and mark of the waterfall means. */
export function LegendCard({ anchor, onClose }: LegendCardProps) {
  const words = useWords(legendWords)
  const names = { ...useWords(detailWords).timing.phase, ...words.names }
  return (
    <PopupCard anchor={anchor} className="legend" label={words.title} closeLabel={words.close} onClose={onClose}>
      <div className="legend-groups">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{words.groups[group]}</h3>
            <ul>
              {LEGEND_SAMPLES[group].map((sample) => (
                <li key={sample.name}>
                  <Sample sample={sample} />
                  <span>
                    <strong>{names[sample.name]}</strong> {words.means[sample.name]}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </PopupCard>
  )
}

/** px. */
const WIDTH = 48
const EDGE = 3
/** px at the end for the open end of what runs. */
const OPEN_END = 15

function Sample({ sample: { parts, fold } }: { readonly sample: LegendSample }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const theme = useInspectorState((state) => state.preferences.theme)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme gives the same tokens other colours
  useLayoutEffect(() => {
    const element = canvas.current
    const pen = element?.getContext('2d')
    if (!element || !pen) return
    const density = viewOf(element).devicePixelRatio || 1
    element.width = WIDTH * density
    element.height = BAR_HEIGHT * density
    pen.scale(density, density)
    const end = WIDTH - (parts.marks.end ? EDGE : OPEN_END)
    const x = (at: number) => EDGE + (at / 10) * (end - EDGE)
    const colours = readColours(element)
    const folds = fold ? [{ ...fold, left: x(fold.from), right: x(fold.to) }] : []
    drawParts({ pen, colours, x, now: 10, width: WIDTH, end, last: 10, folds, top: 0, rowHeight: BAR_HEIGHT }, parts)
  }, [parts, fold, theme])
  return <canvas ref={canvas} className="legend-sample" aria-hidden="true" />
}
