import { ArrowDownUp, ShieldCheck, SlidersHorizontal } from 'lucide-react'
import type { ComponentType } from 'react'
import { lazyComponent } from '../parts/lazy-component.tsx'
import { REQUEST_KEYS } from '../requests/request-keys.ts'
import { RequestsView } from '../requests/requests-view.tsx'
import { RequestTools } from '../requests/toolbar/request-tools.tsx'
import type { PanelKeys } from '../store/inspector-context.ts'
import type { ViewId } from '../words/view-words.ts'

/** A view of the panel. Its label is in the words, under its id; its styles come with its code. */
interface View {
  readonly id: ViewId
  readonly icon: ComponentType<{ readonly size: number; readonly 'aria-hidden': true }>
  /** What fills the panel below the toolbar. One that is not seen first comes late (`lazyComponent`). */
  readonly Content: ComponentType
  /** What it adds to the toolbar. */
  readonly Tools?: ComponentType
  readonly keys?: PanelKeys
}

/** Every view, in the order in which they stand. The first is what the panel opens with. */
export const VIEWS: readonly View[] = [
  { id: 'requests', icon: ArrowDownUp, Content: RequestsView, Tools: RequestTools, keys: REQUEST_KEYS },
  {
    id: 'domains',
    icon: ShieldCheck,
    // Few open it, and it brings the words of every fault of a domain.
    Content: lazyComponent(async () => (await import('../domains/domains-view.tsx')).DomainsView),
  },
  {
    id: 'environment',
    icon: SlidersHorizontal,
    Content: lazyComponent(async () => (await import('../environment/environment-view.tsx')).EnvironmentView),
  },
]
