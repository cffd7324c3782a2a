import { useContext, useEffect, useLayoutEffect, useRef } from 'react'
import { useInspectorState } from '../../store/inspector-context.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { BarSheets } from './bar-sheets.ts'
import { BAR_HEIGHT } from './draw-bar.ts'
import { StageContext } from './stage-context.ts'
import styles from './waterfall.css?inline'
import { readColours } from './waterfall-colours.ts'

addStyles(styles)

interface BarsCanvasProps {
  readonly rowHeight: number
  /** Whether a row is two lines, of which the lower one has the bar. */
  readonly below: boolean
}

/** The bars of all rows in the document, behind which the rows scroll along. */
export function BarsCanvas({ rowHeight, below }: BarsCanvasProps) {
  const bars = useRef<HTMLDivElement>(null)
  const sheets = useRef<BarSheets>(undefined)
  const stage = useContext(StageContext)
  const theme = useInspectorState((state) => state.preferences.theme)

  useLayoutEffect(() => {
    const element = bars.current
    if (!element || !stage) return undefined
    const own = new BarSheets(element, rowHeight, below ? rowHeight - BAR_HEIGHT : (rowHeight - BAR_HEIGHT) / 2)
    sheets.current = own
    const leave = stage.add(own)
    return () => {
      leave()
      own.remove()
    }
  }, [stage, below, rowHeight])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme gives the same tokens other colours
  useEffect(() => {
    const element = bars.current
    if (!element || !stage) return undefined
    const read = () => {
      sheets.current?.paintWith(readColours(element))
      stage.redraw()
    }
    const wishes = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'].map((query) => matchMedia(query))
    for (const wish of wishes) wish.addEventListener('change', read)
    read()
    return () => {
      for (const wish of wishes) wish.removeEventListener('change', read)
    }
  }, [stage, theme, below, rowHeight])

  return <div ref={bars} className="bars" aria-hidden="true" />
}
