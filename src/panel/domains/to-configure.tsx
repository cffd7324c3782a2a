import { useMemo } from 'react'
import { DOMAIN_LISTS } from '../../contract/event/domain-check.ts'
import type { Settings } from '../../contract/settings.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { Section } from '../parts/section.tsx'
import { refusalText } from '../rows/refusal-text.ts'
import { useInspector, useInspectorState } from '../store/inspector-context.ts'
import { domainCheckWords } from '../words/domain-check-words.ts'
import { failureWords } from '../words/failure-words.ts'
import { useWords } from '../words/words.ts'
import { domainsToConfigure } from './domains-to-configure.ts'

/** The domains that the calls so far need in the admin page, list by list, ready to copy. */
export function ToConfigure({ settings }: { readonly settings: Settings }) {
  const { listMeans, toConfigure: words } = useWords(domainCheckWords)
  const failures = useWords(failureWords)
  const { store } = useInspector()
  // A call adds an address when it comes and, where it is redirected, by the time it ends.
  const calls = useInspectorState(({ rows, running, tasks }) => `${tasks.taskIds().length} ${rows.ids.length} ${running.size}`)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tasks change in place
  const { lists, unlistable } = useMemo(() => {
    const { tasks } = store.getState()
    return domainsToConfigure(
      tasks.taskIds().flatMap((id) => tasks.glanceAt(id) ?? []),
      settings,
    )
  }, [calls, settings, store])
  const wanted = DOMAIN_LISTS.filter((list) => lists[list].length > 0)
  if (wanted.length === 0 && unlistable.length === 0) return null
  return (
    <Section title={words.title}>
      <p className="part-note">{words.means}</p>
      {wanted.map((list) => (
        <div key={list} className="domain-wanted">
          <div className="domain-bar">
            <strong>{listMeans[list]}</strong>
            <CopyButton wide text={lists[list].join('\n')} label={words.copy(list)} />
          </div>
          <ul className="domain-entries" aria-label={words.list(list)}>
            {lists[list].map((origin) => (
              <li key={origin} className="domain-entry">
                <code className="domain-origin">{origin}</code>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {unlistable.length > 0 && (
        <ul className="domain-entries" aria-label={words.unlistable}>
          {unlistable.map((check) => (
            <li key={`${check.list} ${check.origin}`} className="domain-entry">
              <code className="domain-origin">{check.origin}</code>
              <span className="domain-dim">{refusalText(hostOf(check.origin), check, failures).why}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname : origin
}
