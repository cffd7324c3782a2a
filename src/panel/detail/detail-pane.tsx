import { useRef, useState } from 'react'
import type { PanelSource } from '../../contract/panel-source.ts'
import { isHoldable } from '../../recorder/tasks/holds.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { MockedLine } from '../mocks/call/mocked-line.tsx'
import { FoundBlocks } from '../parts/found/found-blocks.tsx'
import { FoundContext } from '../parts/found/found-context.tsx'
import { keyNameOf } from '../parts/key-name.ts'
import { lazyComponent } from '../parts/lazy-component.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { addStyles } from '../styles/style-sheets.ts'
import { detailWords } from '../words/detail-words.ts'
import { type TabId, tabWords } from '../words/tab-words.ts'
import { useWords } from '../words/words.ts'
import { CutNote } from './cut-note.tsx'
import styles from './detail.css?inline'
import { DetailHeader } from './detail-header.tsx'
import { FIND_KEYS } from './detail-keys.ts'
import { type DetailTab, nearestTab, tabsOf } from './detail-tabs.ts'
import { FailureStrip } from './failure-strip.tsx'
import type { SearchHit } from './find/search-texts.ts'
import { TabBoundary } from './task/tab-boundary.tsx'

addStyles(styles)

const FindBar = lazyComponent(async () => (await import('./find/find-bar.tsx')).FindBar)
const HoldBar = lazyComponent(async () => (await import('./held/hold-bar.tsx')).HoldBar)

interface DetailPaneProps {
  readonly source: PanelSource
  readonly snapshot: TaskSnapshot
  readonly onClose: () => void
  /** Shows the view with the domain lists. */
  readonly onOpenDomains: () => void
  /** The tab that was asked for; a task without it shows the one that comes nearest. */
  readonly tab: TabId
  readonly onTab: (tab: TabId) => void
}

/** Everything that is known of one task. */
export function DetailPane({ source, snapshot, onClose, onOpenDomains, tab: wanted, onTab }: DetailPaneProps) {
  const words = useWords(detailWords)
  const labels = useWords(tabWords)
  const tabs = tabsOf(snapshot)
  const shown = nearestTab(wanted, tabs)
  const tab = shown.id
  const [pointed, setPointed] = useState<{ readonly taskId: string; readonly seq: number }>()
  const pane = useRef<HTMLElement>(null)
  // How often the search was asked for since it was closed.
  const [asked, setAsked] = useState(0)
  const [found, setFound] = useState<SearchHit>()
  const find = () => setAsked(asked + 1)
  const lead = (hit: SearchHit | undefined) => {
    setFound(hit)
    if (hit?.tab !== undefined && hit.tab !== tab) openTab(hit.tab)
  }
  const openTab = (next: TabId) => {
    setPointed(undefined)
    onTab(next)
  }
  const openEvent = (seq: number) => {
    setPointed({ taskId: snapshot.taskId, seq })
    onTab('events')
  }
  const draw = ({ Content }: DetailTab, seq?: number) => (
    <Content source={source} snapshot={snapshot} pointed={seq} onOpenTab={openTab} onOpenEvent={openEvent} onOpenDomains={onOpenDomains} />
  )
  const content = draw(shown, pointed?.taskId === snapshot.taskId ? pointed.seq : undefined)
  return (
    <section
      ref={pane}
      className="detail-pane"
      aria-label={words.details}
      onKeyDown={(event) => {
        if (!FIND_KEYS.includes(keyNameOf(event))) return
        event.preventDefault()
        find()
      }}
    >
      <DetailHeader source={source} snapshot={snapshot} onFind={find} onClose={onClose} />
      {isHoldable(snapshot) && <HoldBar source={source} snapshot={snapshot} />}
      <FailureStrip source={source} snapshot={snapshot} tab={tab} onOpenTab={openTab} />
      <CutNote cuts={snapshot.cuts} />
      <MockedLine />
      {asked > 0 && (
        <FindBar
          source={source}
          snapshot={snapshot}
          tabs={tabs.map((each) => ({ id: each.id, drawn: each.isDrawnText && draw(each) }))}
          tab={tab}
          pane={pane}
          asked={asked}
          found={found}
          onFound={lead}
          onClose={() => {
            setAsked(0)
            setFound(undefined)
          }}
        />
      )}
      <Tabs
        label={words.tabs}
        items={tabs.map(({ id, note }) => ({ id, label: labels[id], note: note?.(snapshot) }))}
        selected={tab}
        onSelect={openTab}
      >
        <TabBoundary key={`${snapshot.taskId} ${tab}`} message={words.tabBroke}>
          <FoundContext value={found}>{shown.isDrawnText ? <FoundBlocks scope={tab}>{content}</FoundBlocks> : content}</FoundContext>
        </TabBoundary>
      </Tabs>
    </section>
  )
}
