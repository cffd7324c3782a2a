import { ClipboardPaste, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { DomainEntry, DomainList } from '../../contract/event/domain-check.ts'
import { MAX_DOMAIN_ENTRIES } from '../../wechat/settings/domain-entry.ts'
import { Switch } from '../parts/switch.tsx'
import { domainCheckWords } from '../words/domain-check-words.ts'
import { domainWords } from '../words/domain-words.ts'
import { useWords } from '../words/words.ts'
import { AddDomainForm } from './add-domain-form.tsx'
import { putBack } from './change-entries.ts'
import { PasteDomainsForm } from './paste-domains-form.tsx'

/** How long a removal can be taken back, ms. */
const UNDO_FOR = 10_000

interface DomainListEditorProps {
  readonly list: DomainList
  readonly entries: readonly DomainEntry[]
  readonly readOnly: boolean
  readonly onChange: (entries: readonly DomainEntry[]) => void
}

/** One domain list: add, switch, remove. */
export function DomainListEditor({ list, entries, readOnly, onChange }: DomainListEditorProps) {
  const words = useWords(domainWords)
  const { listMeans } = useWords(domainCheckWords)
  const [pasting, setPasting] = useState(false)
  const [removed, setRemoved] = useState<{ readonly entry: DomainEntry; readonly place: number }>()

  useEffect(() => {
    if (!removed) return
    const timer = setTimeout(() => setRemoved(undefined), UNDO_FOR)
    return () => clearTimeout(timer)
  }, [removed])

  const remove = (entry: DomainEntry) => {
    setRemoved({ entry, place: entries.indexOf(entry) })
    onChange(entries.filter((other) => other !== entry))
  }
  return (
    <div className="domain-editor">
      <div className="domain-bar">
        <span>{listMeans[list]}</span>
        <span className="domain-dim">{words.count(entries.length, MAX_DOMAIN_ENTRIES)}</span>
        {!readOnly && (
          <button type="button" className="part-button" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
            <ClipboardPaste size={14} aria-hidden="true" />
            {words.pasteMany}
          </button>
        )}
      </div>
      {!readOnly &&
        (pasting ? (
          <PasteDomainsForm list={list} entries={entries} onChange={onChange} onClose={() => setPasting(false)} />
        ) : (
          <AddDomainForm list={list} entries={entries} onChange={onChange} />
        ))}
      {entries.length === 0 && <p className="part-note">{words.empty[list]}</p>}
      <ul className="domain-entries" aria-label={listMeans[list]}>
        {entries.map((entry) => (
          <li key={entry.origin} className="domain-entry" data-enabled={entry.enabled}>
            <Switch
              checked={entry.enabled}
              label={words.enabled(entry.origin)}
              disabled={readOnly}
              onChange={(enabled) => onChange(entries.map((other) => (other === entry ? { ...entry, enabled } : other)))}
            />
            <code className="domain-origin">{entry.origin}</code>
            {!readOnly && (
              <button
                type="button"
                className="part-icon-button"
                aria-label={words.remove(entry.origin)}
                title={words.remove(entry.origin)}
                onClick={() => remove(entry)}
              >
                <Trash2 size={14} aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
      <p className="domain-undo" role="status">
        {removed && (
          <>
            {words.removed(removed.entry.origin)}
            <button
              type="button"
              className="part-link"
              onClick={() => {
                onChange(putBack(entries, removed.entry, removed.place))
                setRemoved(undefined)
              }}
            >
              {words.undo}
            </button>
          </>
        )}
      </p>
      <p className="part-note">{words.separate}</p>
    </div>
  )
}
