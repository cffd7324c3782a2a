import inspectorFrame from './inspector-frame.css?inline'
import listAndDetails from './list-and-details.css?inline'
import noticesBar from './notices-bar.css?inline'
import panelBoundary from './panel-boundary.css?inline'
import panelRoot from './panel-root.css?inline'
import splitPane from './split-pane.css?inline'
import summaryBar from './summary-bar.css?inline'

/** The styles of the frame of the panel, from the host in the page inwards, as texts for a shadow root. */
export const frameStyles: readonly string[] = [panelRoot, inspectorFrame, noticesBar, splitPane, listAndDetails, panelBoundary, summaryBar]
