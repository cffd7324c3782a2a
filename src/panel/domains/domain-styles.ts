import css from './domain-styles.css?inline'

/** The styles of the pane with the domain lists, as texts for a shadow root. */
export const domainStyles: readonly string[] = [css]
