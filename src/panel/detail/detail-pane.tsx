import { type ReactNode, useState } from 'react'
import type { PanelSource } from '../../contract/panel-source.ts'
import { unreachable } from '../../contract/unreachable.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { formatCount } from '../parts/format.ts'
import { Tabs } from '../parts/tabs.tsx'
import { reportedChecks } from '../rows/refusal-text.ts'
import { DETAIL_TABS, type DetailTab, nearestTab, SOCKET_TABS } from '../store/detail-tab.ts'
import { addStyles } from '../styles/style-sheets.ts'
import { detailWords } from '../words/detail-words.ts'
import { useWords } from '../words/words.ts'
import { CookiesTab } from './cookies/cookies-tab.tsx'
import styles from './detail.css?inline'
import { DetailHeader } from './detail-header.tsx'
import { DomainTab } from './domain/domain-tab.tsx'
import { EventsTab } from './events/events-tab.tsx'
import { FailureStrip } from './failure-strip.tsx'
import { HeadersTab } from './headers/headers-tab.tsx'
import { MessagesTab } from './messages/messages-tab.tsx'
import { OverviewTab } from './overview/overview-tab.tsx'
import { PayloadTab } from './payload/payload-tab.tsx'
import { ResponseTab } from './response/response-tab.tsx'
import { TabBoundary } from './task/tab-boundary.tsx'
import { TimingTab } from './timing/timing-tab.tsx'

addStyles(styles)

export interface DetailPaneProps {
  readonly source: PanelSource
  readonly snapshot: TaskSnapshot
  readonly onClose: () => void
  /** Shows the pane with the domain lists. */
  readonly onOpenDomains: () => void
  readonly tab: DetailTab
  readonly onTab: (tab: DetailTab) => void
}

/** Everything that is known of one task. */
export function DetailPane({ source, snapshot, onClose, onOpenDomains, tab: wanted, onTab }: DetailPaneProps) {
  const words = useWords(detailWords)
  const tabs = snapshot.socket ? SOCKET_TABS : DETAIL_TABS
  const tab = nearestTab(wanted, tabs)
  const [pointed, setPointed] = useState<{ readonly taskId: string; readonly seq: number }>()
  const openTab = (next: DetailTab) => {
    setPointed(undefined)
    onTab(next)
  }
  const openEvent = (seq: number) => {
    setPointed({ taskId: snapshot.taskId, seq })
    onTab('events')
  }
  const pointedEvent = pointed?.taskId === snapshot.taskId ? pointed.seq : undefined
  return (
    <section className="detail-pane" aria-label={words.details}>
      <DetailHeader source={source} snapshot={snapshot} onClose={onClose} />
      <FailureStrip source={source} snapshot={snapshot} tab={tab} onOpenTab={openTab} />
      <Tabs
        label={words.tabs}
        items={tabs.map((id) => ({ id, label: words.tab[id], note: noteOf(id, snapshot) }))}
        selected={tab}
        onSelect={openTab}
      >
        <TabBoundary key={`${snapshot.taskId} ${tab}`} message={words.tabBroke}>
          {contentOfTab(tab, { source, snapshot, pointedEvent, onOpenTab: openTab, onOpenEvent: openEvent, onOpenDomains })}
        </TabBoundary>
      </Tabs>
    </section>
  )
}

interface TabContext {
  readonly source: PanelSource
  readonly snapshot: TaskSnapshot
  /** The `seq` of the event that somebody asked to see. */
  readonly pointedEvent: number | undefined
  readonly onOpenTab: (tab: DetailTab) => void
  readonly onOpenEvent: (seq: number) => void
  readonly onOpenDomains: () => void
}

function contentOfTab(tab: DetailTab, context: TabContext): ReactNode {
  const { source, snapshot, pointedEvent, onOpenTab, onOpenEvent, onOpenDomains } = context
  switch (tab) {
    case 'overview':
      return <OverviewTab source={source} snapshot={snapshot} onOpenTab={onOpenTab} onOpenEvent={onOpenEvent} />
    case 'headers':
      return <HeadersTab snapshot={snapshot} />
    case 'payload':
      return <PayloadTab source={source} snapshot={snapshot} />
    case 'response':
      return <ResponseTab source={source} snapshot={snapshot} />
    case 'messages':
      return <MessagesTab source={source} snapshot={snapshot} />
    case 'cookies':
      return <CookiesTab snapshot={snapshot} />
    case 'timing':
      return <TimingTab source={source} snapshot={snapshot} />
    case 'events':
      return <EventsTab source={source} snapshot={snapshot} pointed={pointedEvent} />
    case 'domain':
      return <DomainTab source={source} snapshot={snapshot} onOpenDomains={onOpenDomains} />
    default:
      return unreachable(tab)
  }
}

const countOf = (number: number): string | undefined => (number === 0 ? undefined : formatCount(number))

function noteOf(tab: DetailTab, snapshot: TaskSnapshot): string | undefined {
  if (tab === 'cookies') return countOf(snapshot.cookies.length)
  if (tab === 'messages') return countOf(snapshot.chunks + (snapshot.socket?.refused ?? 0))
  if (tab === 'events') return countOf(snapshot.nextSeq)
  if (tab === 'domain') return reportedChecks(snapshot).length > 0 ? '!' : snapshot.check?.verdict === 'refused' ? '✕' : undefined
  return undefined
}
