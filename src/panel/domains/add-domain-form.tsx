import { type FormEvent, useId, useState } from 'react'
import type { DomainEntry, DomainList } from '../../contract/event/domain-check.ts'
import { domainWords } from '../words/domain-words.ts'
import { useWords } from '../words/words.ts'
import { addLines } from './change-entries.ts'
import { lineOutcomeText } from './line-outcome-text.ts'

interface AddDomainFormProps {
  readonly list: DomainList
  readonly entries: readonly DomainEntry[]
  readonly onChange: (entries: readonly DomainEntry[]) => void
}

/** Adds one domain; what is wrong with it is said while it is typed, but not before it could be whole. */
export function AddDomainForm({ list, entries, onChange }: AddDomainFormProps) {
  const words = useWords(domainWords)
  const id = useId()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const { entries: grown, outcomes } = addLines(list, entries, text)
  const outcome = outcomes[0]
  const fault = outcome ? (outcome.result === 'added' ? '' : lineOutcomeText(outcome, list, words)) : words.fault.empty
  // Nobody who has just typed "ht" needs to hear that it is no domain.
  const early =
    outcome?.result === 'refused' &&
    (outcome.why === 'scheme' ? 'https://'.startsWith(text) || 'wss://'.startsWith(text) : outcome.why === 'malformed')
  const said = tried || (outcome && !early) ? fault : ''

  const add = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (fault !== '') return
    onChange(grown)
    setText('')
    setTried(false)
  }
  return (
    <form className="domain-add" onSubmit={add} noValidate>
      <input
        className="part-input part-mono domain-input"
        aria-label={words.addLabel(list)}
        aria-invalid={said !== ''}
        aria-describedby={`${id}fault`}
        placeholder={list === 'socket' ? words.placeholder.socket : words.placeholder.http}
        value={text}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
        onChange={(event) => {
          setText(event.target.value)
          setTried(false)
        }}
      />
      <button type="submit" className="part-button" data-kind="main">
        {words.add}
      </button>
      <p id={`${id}fault`} className="domain-fault" role="status">
        {said}
      </p>
    </form>
  )
}
