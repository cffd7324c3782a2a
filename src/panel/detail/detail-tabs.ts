import type { ComponentType } from 'react'
import type { PanelSource } from '../../contract/panel-source.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { formatCount } from '../parts/format.ts'
import { lazyComponent } from '../parts/lazy-component.tsx'
import { reportedChecks } from '../rows/refusal-text.ts'
import type { TabId } from '../words/tab-words.ts'
import { HeadersTab } from './headers/headers-tab.tsx'
import { OverviewTab } from './overview/overview-tab.tsx'
import { ResponseTab } from './response/response-tab.tsx'

/** What a tab is drawn with. */
export interface TabContext {
  readonly source: PanelSource
  readonly snapshot: TaskSnapshot
  /** The `seq` of the event that somebody asked to see. */
  readonly pointed: number | undefined
  readonly onOpenTab: (tab: TabId) => void
  readonly onOpenEvent: (seq: number) => void
  /** Shows the view with the domain lists. */
  readonly onOpenDomains: () => void
}

/** A tab of the details. Its label is in the words, under its id. */
export interface DetailTab {
  readonly id: TabId
  /** The code of those that are not seen first comes late. */
  readonly Content: ComponentType<TabContext>
  /** Which tasks have it. Default: all. */
  readonly isThere?: (task: TaskSnapshot) => boolean
  /** Whether it is searched as it is drawn; the others have texts of their own (`find/texts-of-task.ts`). */
  readonly isDrawnText?: true
  /** A short extra beside the label, such as a count. */
  readonly note?: (task: TaskSnapshot) => string | undefined
}

const isSocket = (task: TaskSnapshot) => task.socket !== undefined
const isCall = (task: TaskSnapshot) => !isSocket(task)
const countOf = (number: number) => (number === 0 ? undefined : formatCount(number))

const OVERVIEW: DetailTab = { id: 'overview', Content: OverviewTab, isDrawnText: true }

/** Every tab, in the order in which they stand. A socket has messages where a call has a body each way. */
const TABS: readonly DetailTab[] = [
  OVERVIEW,
  { id: 'headers', Content: HeadersTab },
  {
    id: 'payload',
    Content: lazyComponent<TabContext>(async () => (await import('./payload/payload-tab.tsx')).PayloadTab),
    isThere: isCall,
  },
  { id: 'response', Content: ResponseTab, isThere: isCall },
  {
    id: 'messages',
    Content: lazyComponent<TabContext>(async () => (await import('./messages/messages-tab.tsx')).MessagesTab),
    isThere: isSocket,
    note: ({ chunks, socket }) => countOf(chunks + (socket?.refused ?? 0)),
  },
  {
    id: 'cookies',
    Content: lazyComponent<TabContext>(async () => (await import('./cookies/cookies-tab.tsx')).CookiesTab),
    isThere: isCall,
    note: ({ cookies }) => countOf(cookies.length),
  },
  {
    id: 'timing',
    Content: lazyComponent<TabContext>(async () => (await import('./timing/timing-tab.tsx')).TimingTab),
    isDrawnText: true,
  },
  {
    id: 'events',
    Content: lazyComponent<TabContext>(async () => (await import('./events/events-tab.tsx')).EventsTab),
    note: ({ nextSeq }) => countOf(nextSeq),
  },
  {
    id: 'domain',
    Content: lazyComponent<TabContext>(async () => (await import('./domain/domain-tab.tsx')).DomainTab),
    isDrawnText: true,
    note: (task) => (reportedChecks(task).length > 0 ? '!' : task.check?.verdict === 'refused' ? '✕' : undefined),
  },
]

/** The tabs that a task has. */
export function tabsOf(task: TaskSnapshot): readonly DetailTab[] {
  return TABS.filter(({ isThere }) => isThere?.(task) ?? true)
}

/** The tab to show when `wanted` was open for another task: the same, or what comes nearest to it. */
export function nearestTab(wanted: TabId, tabs: readonly DetailTab[]): DetailTab {
  const find = (id: TabId) => tabs.find((tab) => tab.id === id)
  return find(wanted) ?? find('messages') ?? find('response') ?? OVERVIEW
}
