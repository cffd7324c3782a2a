import css from './part-styles.css?inline'

/** The styles of everything in this folder, as texts for a shadow root. */
export const partStyles: readonly string[] = [css]
