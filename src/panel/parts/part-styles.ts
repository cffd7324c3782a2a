import badge from './badge.css?inline'
import buttons from './buttons.css?inline'
import facts from './facts.css?inline'
import focusRings from './focus-rings.css?inline'
import forcedColors from './forced-colors.css?inline'
import jsonView from './json/json-view.css?inline'
import keyValueTable from './key-value-table.css?inline'
import lazyComponent from './lazy-component.css?inline'
import measures from './measures.css?inline'
import plainParts from './plain-parts.css?inline'
import htmlPreview from './preview/html-preview.css?inline'
import imagePreview from './preview/image-preview.css?inline'
import section from './section.css?inline'
import segments from './segments.css?inline'
import switchStyles from './switch.css?inline'
import tabs from './tabs.css?inline'
import hexView from './text/hex-view.css?inline'
import textView from './text/text-view.css?inline'
import tone from './tone.css?inline'
import virtualRows from './virtual-rows.css?inline'
import wideContent from './wide-content.css?inline'

/** The styles of everything in this folder, as texts for a shadow root. */
export const partStyles: readonly string[] = [
  plainParts,
  lazyComponent,
  wideContent,
  buttons,
  focusRings,
  tabs,
  segments,
  switchStyles,
  badge,
  tone,
  section,
  keyValueTable,
  virtualRows,
  textView,
  hexView,
  jsonView,
  imagePreview,
  htmlPreview,
  forcedColors,
  facts,
  measures,
]
