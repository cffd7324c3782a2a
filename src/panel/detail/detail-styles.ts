import css from './detail-styles.css?inline'
import messages from './message-styles.css?inline'

/** The styles of the details of a task, as texts for a shadow root. */
export const detailStyles: readonly string[] = [css, messages]
