import { Undo2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import { picksOf } from '../../../mocks/apply-scenario.ts'
import { formatCount } from '../../parts/format.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'
import { changeMocks, changeRules } from '../rules/mocks-state.ts'
import { freeName, standing } from '../rules/rule-changes.ts'

/** Which scenario is in use, how to save one, and what differs from the code. */
export function ScenarioBar({ rules }: { readonly rules: readonly MockRule[] }) {
  const words = useWords(mocksViewWords)
  const place = useInspector()
  const { source } = place
  const state = useSourceState(source)
  const [asked, setAsked] = useState<string>()
  const scenarios = state?.scenarios ?? []
  const asCoded = state?.rulesAsCoded
  const ids = new Set(rules.map(({ id }) => id))
  const differing =
    rules.filter((rule) => standing(rule, asCoded) !== 'same').length + (asCoded?.filter(({ id }) => !ids.has(id)).length ?? 0)
  const send = source.send
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const name = asked?.trim() ?? ''
    if (name === '') return
    const id = freeName(name, new Set(scenarios.map((each) => each.id)))
    const made = [...scenarios, { id, name, picks: picksOf(rules) }]
    if ((await changeMocks(place, { scenarios: made, scenario: id })).ok) setAsked(undefined)
  }
  return (
    <div className="scenario-bar">
      <span className="scenario-label" id="scenario-label">
        {words.scenario}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and borders */}
      <div className="part-segments scenario-choice" role="group" aria-labelledby="scenario-label">
        {[{ id: undefined, name: words.asCoded }, ...scenarios].map(({ id, name }) => (
          <button
            key={id ?? ''}
            type="button"
            className="part-segment"
            aria-pressed={state?.scenario === id}
            disabled={!send}
            onClick={() => void changeMocks(place, { scenario: id ?? null })}
          >
            <span className="part-segment-label">{name}</span>
          </button>
        ))}
      </div>
      {send &&
        (asked === undefined ? (
          <button type="button" className="part-button" data-kind="quiet" onClick={() => setAsked('')}>
            {words.saveAs}
          </button>
        ) : (
          <form
            className="json-ask"
            onSubmit={(event) => void save(event)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.stopPropagation()
              setAsked(undefined)
            }}
          >
            <input
              // biome-ignore lint/a11y/noAutofocus: it was asked for by the press before
              autoFocus
              type="text"
              className="part-input"
              aria-label={words.scenarioName}
              placeholder={words.scenarioName}
              value={asked}
              onChange={(event) => setAsked(event.target.value)}
            />
            <button type="submit" className="part-button" disabled={asked.trim() === ''}>
              {words.save}
            </button>
            <button type="button" className="part-button" data-kind="quiet" onClick={() => setAsked(undefined)}>
              {words.cancel}
            </button>
          </form>
        ))}
      <span className="answer-rest" />
      {differing > 0 && <span className="scenario-differing">{words.differing(formatCount(differing))}</span>}
      {differing > 0 && send && (
        <button type="button" className="part-button" data-kind="quiet" onClick={() => asCoded && void changeRules(place, asCoded)}>
          <Undo2 size={13} aria-hidden="true" />
          {words.resetAll}
        </button>
      )}
    </div>
  )
}
