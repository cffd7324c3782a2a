import { type ReactNode, useState } from 'react'
import type { PanelSource } from '../../contract/panel-source.ts'
import { unreachable } from '../../contract/unreachable.ts'
import type { TaskSnapshot } from '../../recorder/task-snapshot.ts'
import { Tabs } from '../parts/tabs.tsx'
import { detailWords } from '../words/detail-words.ts'
import { useWords } from '../words/words.ts'
import { CookiesTab } from './cookies-tab.tsx'
import { DetailHeader } from './detail-header.tsx'
import { DETAIL_TABS, type DetailTab } from './detail-tab.ts'
import { DomainTab } from './domain-tab.tsx'
import { EventsTab } from './events-tab.tsx'
import { FailureStrip } from './failure-strip.tsx'
import { HeadersTab } from './headers-tab.tsx'
import { OverviewTab } from './overview-tab.tsx'
import { PayloadTab } from './payload-tab.tsx'
import { ResponseTab } from './response-tab.tsx'
import { TabBoundary } from './tab-boundary.tsx'
import { TimingTab } from './timing-tab.tsx'

export interface DetailPaneProps {
  readonly source: PanelSource
  readonly snapshot: TaskSnapshot
  readonly onClose: () => void
  /** Shows the pane with the domain lists. */
  readonly onOpenDomains: () => void
  /** Default `overview`. The tab that is open stays open when another task is shown. */
  readonly initialTab?: DetailTab
}

/** Everything that is known of one task. */
export function DetailPane({ source, snapshot, onClose, onOpenDomains, initialTab = 'overview' }: DetailPaneProps) {
  const words = useWords(detailWords)
  const [tab, setTab] = useState<DetailTab>(initialTab)
  const [asked, setAsked] = useState(initialTab)
  if (asked !== initialTab) {
    setAsked(initialTab)
    setTab(initialTab)
  }
  return (
    <section className="detail-pane" aria-label={words.details}>
      <DetailHeader source={source} snapshot={snapshot} onClose={onClose} />
      <FailureStrip source={source} snapshot={snapshot} tab={tab} onOpenTab={setTab} />
      <Tabs
        label={words.tabs}
        items={DETAIL_TABS.map((id) => ({ id, label: words.tab[id], note: noteOf(id, snapshot) }))}
        selected={tab}
        onSelect={setTab}
      >
        <TabBoundary key={`${snapshot.taskId} ${tab}`} message={words.tabBroke}>
          {contentOfTab(tab, { source, snapshot, onOpenTab: setTab, onOpenDomains })}
        </TabBoundary>
      </Tabs>
    </section>
  )
}

interface TabContext {
  readonly source: PanelSource
  readonly snapshot: TaskSnapshot
  readonly onOpenTab: (tab: DetailTab) => void
  readonly onOpenDomains: () => void
}

function contentOfTab(tab: DetailTab, { source, snapshot, onOpenTab, onOpenDomains }: TabContext): ReactNode {
  switch (tab) {
    case 'overview':
      return <OverviewTab source={source} snapshot={snapshot} onOpenTab={onOpenTab} />
    case 'headers':
      return <HeadersTab snapshot={snapshot} />
    case 'payload':
      return <PayloadTab source={source} snapshot={snapshot} />
    case 'response':
      return <ResponseTab source={source} snapshot={snapshot} />
    case 'cookies':
      return <CookiesTab snapshot={snapshot} />
    case 'timing':
      return <TimingTab source={source} snapshot={snapshot} />
    case 'events':
      return <EventsTab source={source} snapshot={snapshot} />
    case 'domain':
      return <DomainTab source={source} snapshot={snapshot} onOpenDomains={onOpenDomains} />
    default:
      return unreachable(tab)
  }
}

function noteOf(tab: DetailTab, snapshot: TaskSnapshot): string | undefined {
  if (tab === 'cookies') return snapshot.cookies.length === 0 ? undefined : String(snapshot.cookies.length)
  if (tab === 'events') return String(snapshot.nextSeq)
  if (tab === 'domain') return snapshot.check?.verdict === 'refused' ? '✕' : undefined
  return undefined
}
