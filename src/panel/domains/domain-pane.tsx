import { useId, useState } from 'react'
import { DOMAIN_LISTS, type DomainEntry, type DomainList } from '../../contract/event/domain-check.ts'
import type { PanelSource } from '../../contract/panel-source.ts'
import type { Settings } from '../../contract/settings.ts'
import { Switch } from '../parts/switch.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { useSourceState } from '../store/use-source-state.ts'
import { addStyles } from '../styles/style-sheets.ts'
import { domainWords } from '../words/domain-words.ts'
import { useWords } from '../words/words.ts'
import { DomainListEditor } from './domain-list-editor.tsx'
import styles from './domains.css?inline'

addStyles(styles)

/** The four domain lists and the switch over them all. */
export function DomainPane({ source }: { readonly source: PanelSource }) {
  const words = useWords(domainWords)
  const state = useSourceState(source)
  const id = useId()
  const [list, setList] = useState<DomainList>('request')
  if (!state) return <p className="part-note">{words.noState}</p>
  const { settings } = state
  const change = (entries: readonly DomainEntry[]) => source.send?.({ type: 'configure', patch: { domains: { [list]: entries } } })
  return (
    <section className="domain-pane" aria-label={words.paneTitle}>
      <div className="domain-master">
        <Switch
          checked={!settings.urlCheck}
          labelledBy={`${id}check`}
          disabled={!source.send}
          onChange={(off) => source.send?.({ type: 'configure', patch: { urlCheck: !off } })}
        />
        <div>
          <span id={`${id}check`}>{words.urlCheck}</span>
          <p className="domain-dim">{words.urlCheckMeans}</p>
        </div>
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
    </section>
  )
}

/** Says when the lists have no effect, or why they have one in spite of debugging (DOM-10). */
function CheckNote({ settings }: { readonly settings: Settings }) {
  const words = useWords(domainWords)
  const { urlCheck, enableDebug, envVersion, platform } = settings
  if (!urlCheck) return <p className="domain-note">{words.urlCheckOff}</p>
  if (!enableDebug || platform === 'devtools') return null
  return <p className="domain-note">{envVersion === 'release' ? words.debugRelease : words.debugOff}</p>
}
