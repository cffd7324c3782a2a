import { frameStyles } from './app/frame-styles.ts'
import { toolbarStyles } from './app/toolbar-styles.ts'
import { detailStyles } from './detail/detail-styles.ts'
import { domainStyles } from './domains/domain-styles.ts'
import { partStyles } from './parts/part-styles.ts'
import { listStyles } from './requests/list/list-styles.ts'
import tokens from './tokens.css?inline'

/** Every style of the panel, as texts for constructed style sheets: a strict CSP lets those in where it stops `<style>`. */
export const panelStyles: readonly string[] = [
  tokens,
  ...partStyles,
  ...detailStyles,
  ...domainStyles,
  ...frameStyles,
  ...toolbarStyles,
  ...listStyles,
]
