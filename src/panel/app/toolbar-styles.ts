import menuButton from '../parts/menu-button.css?inline'
import filterBox from '../requests/toolbar/filter-box.css?inline'
import toolbar from './toolbar.css?inline'
import toolbarLines from './toolbar-lines.css?inline'

/** The styles of the toolbar, as texts for a shadow root. How it breaks into lines concerns all that is in it, and comes last. */
export const toolbarStyles: readonly string[] = [toolbar, filterBox, menuButton, toolbarLines]
