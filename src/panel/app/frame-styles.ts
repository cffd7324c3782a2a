import panelBoundary from '../parts/panel-boundary.css?inline'
import splitPane from '../parts/split-pane.css?inline'
import listAndDetails from '../requests/list-and-details.css?inline'
import summaryBar from '../requests/summary-bar.css?inline'
import inspectorFrame from './inspector-frame.css?inline'
import noticesBar from './notices-bar.css?inline'
import panelRoot from './panel-root.css?inline'

/** The styles of the frame of the panel, from the host in the page inwards, as texts for a shadow root. */
export const frameStyles: readonly string[] = [panelRoot, inspectorFrame, noticesBar, splitPane, listAndDetails, panelBoundary, summaryBar]
