import { useState } from 'react'
import { DOMAIN_LISTS, type DomainEntry, type DomainList } from '../../contract/event/domain-check.ts'
import type { PanelSource } from '../../contract/panel-source.ts'
import type { Settings } from '../../contract/settings.ts'
import { Tabs } from '../parts/tabs.tsx'
import { useSourceState } from '../store/use-source-state.ts'
import { addStyles } from '../styles/style-sheets.ts'
import { domainCheckWords } from '../words/domain-check-words.ts'
import { domainWords } from '../words/domain-words.ts'
import { useWords } from '../words/words.ts'
import { positionOf } from './domain-check-choice.tsx'
import { DomainListEditor } from './domain-list-editor.tsx'
import styles from './domains.css?inline'
import { ToConfigure } from './to-configure.tsx'

addStyles(styles)

/** The four domain lists, what the check does with them, and what they lack. */
export function DomainPane({ source }: { readonly source: PanelSource }) {
  const words = useWords(domainWords)
  const { position } = useWords(domainCheckWords)
  const settings = useSourceState(source)?.settings
  const [list, setList] = useState<DomainList>('request')
  if (!settings) return <p className="part-note">{words.noState}</p>
  const change = (entries: readonly DomainEntry[]) => source.send?.({ type: 'configure', patch: { domains: { [list]: entries } } })
  return (
    <section className="domain-pane" aria-label={words.paneTitle}>
      <div className="domain-master">
        <p className="domain-dim">{position.means[positionOf(settings)]}</p>
      </div>
      <CheckNote settings={settings} />
      <Tabs
        label={words.paneTitle}
        items={DOMAIN_LISTS.map((id) => ({ id, label: id, note: String(settings.domains[id].length) }))}
        selected={list}
        onSelect={setList}
      >
        <DomainListEditor key={list} list={list} entries={settings.domains[list]} readOnly={!source.send} onChange={change} />
      </Tabs>
      <ToConfigure settings={settings} />
    </section>
  )
}

/** Says when the lists have no effect, or why they have one in spite of debugging (DOM-10). */
function CheckNote({ settings }: { readonly settings: Settings }) {
  const words = useWords(domainWords)
  const { urlCheck, enableDebug, envVersion, platform } = settings
  if (!urlCheck || !enableDebug || platform === 'devtools') return null
  return <p className="domain-note">{envVersion === 'release' ? words.debugRelease : words.debugOff}</p>
}
