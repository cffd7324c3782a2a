import { ArrowDownUp, Diamond, ShieldCheck, SlidersHorizontal } from 'lucide-react'
import type { ComponentType } from 'react'
import { DETAIL_KEYS } from '../detail/detail-keys.ts'
import { chosenHere } from '../environment/presets.ts'
import { MOCKS_KEYS } from '../mocks/rules/mocks-keys.ts'
import { lazyComponent } from '../parts/lazy-component.tsx'
import { LIST_KEYS } from '../requests/list/list-keys.ts'
import { REQUEST_KEYS } from '../requests/request-keys.ts'
import { RequestsView } from '../requests/requests-view.tsx'
import { RequestTools } from '../requests/toolbar/request-tools.tsx'
import { type PanelKey, type PlacedKeys, useInspector, useInspectorState } from '../store/inspector-context.ts'
import { useSourceState } from '../store/use-source-state.ts'
import type { ViewId } from '../words/view-words.ts'

/** A view of the panel. Its label is in the words, under its id; its styles come with its code. */
export interface View {
  readonly id: ViewId
  readonly icon: ComponentType<{ readonly size: number; readonly 'aria-hidden': true }>
  /** What fills the panel below the toolbar. One that is not seen first comes late (`lazyComponent`). */
  readonly Content: ComponentType
  /** What it adds to the toolbar. */
  readonly Tools?: ComponentType
  /** Heard while it is shown, wherever in the panel the focus is. */
  readonly keys?: readonly PanelKey[]
  /** Heard at places of their own; for the list of keys. */
  readonly placedKeys?: readonly PlacedKeys[]
  /** How many things it holds, for its tab. A hook. */
  readonly useCount?: () => number | undefined
  /** Whether something in it differs from what the page set. A hook. */
  readonly useChanged?: () => boolean
}

function useCallCount(): number {
  return useInspectorState((state) => state.rows.size)
}

function useRuleCount(): number | undefined {
  return useSourceState(useInspector().source)?.rules?.length
}

function useChangedSettings(): boolean {
  return chosenHere(useSourceState(useInspector().source)?.chosen ?? []).length > 0
}

/** Every view, in the order in which they stand. The first is what the panel opens with. */
export const VIEWS: readonly View[] = [
  {
    id: 'requests',
    icon: ArrowDownUp,
    Content: RequestsView,
    Tools: RequestTools,
    keys: REQUEST_KEYS,
    placedKeys: [
      { place: 'list', keys: LIST_KEYS },
      { place: 'details', keys: DETAIL_KEYS },
    ],
    useCount: useCallCount,
  },
  {
    id: 'mocks',
    icon: Diamond,
    Content: lazyComponent(async () => (await import('../mocks/view/mocks-view.tsx')).MocksView),
    keys: MOCKS_KEYS,
    useCount: useRuleCount,
  },
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
    useChanged: useChangedSettings,
  },
]
