import barsCanvas from '../waterfall/bars-canvas.css?inline'
import timeRuler from '../waterfall/time-ruler.css?inline'
import cells from './cells.css?inline'
import emptyList from './empty-list.css?inline'
import listHead from './list-head.css?inline'
import requestRow from './request-row.css?inline'
import requestTable from './request-table.css?inline'
import rowButton from './row-button.css?inline'
import toEndButton from './to-end-button.css?inline'
import transferBar from './transfer-bar.css?inline'

/** The styles of the list of calls with its waterfall, as texts for a shadow root. A cell of the head is one of a row first, so its rules come later. */
export const listStyles: readonly string[] = [
  requestTable,
  requestRow,
  listHead,
  timeRuler,
  cells,
  transferBar,
  rowButton,
  barsCanvas,
  toEndButton,
  emptyList,
]
