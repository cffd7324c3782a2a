import { type FormEvent, useId, useState } from 'react'
import type { DomainEntry, DomainList } from '../../contract/event/domain-check.ts'
import { domainWords } from '../words/domain-words.ts'
import { useWords } from '../words/words.ts'
import { addLines, type LineOutcome } from './change-entries.ts'
import { lineOutcomeText } from './line-outcome-text.ts'

interface PasteDomainsFormProps {
  readonly list: DomainList
  readonly entries: readonly DomainEntry[]
  readonly onChange: (entries: readonly DomainEntry[]) => void
  readonly onClose: () => void
}

/** Lines that are told of one by one. A whole file may be pasted by mistake, and a list takes no more than 200. */
const MOST_TOLD = 200
const LONGEST_LINE = 200

/** Adds many domains, and says of each line what came of it. Lines that were not taken stay in the box. */
export function PasteDomainsForm({ list, entries, onChange, onClose }: PasteDomainsFormProps) {
  const words = useWords(domainWords)
  const id = useId()
  const [text, setText] = useState('')
  const [outcomes, setOutcomes] = useState<readonly LineOutcome[]>([])

  const add = (event: FormEvent) => {
    event.preventDefault()
    const addition = addLines(list, entries, text)
    const left = addition.outcomes.filter(isRefused)
    if (addition.entries.length > entries.length) onChange(addition.entries)
    setOutcomes(addition.outcomes)
    setText(left.map((outcome) => outcome.text).join('\n'))
  }
  const refused = outcomes.filter(isRefused).length
  return (
    <form className="domain-paste" onSubmit={add}>
      <label htmlFor={`${id}lines`}>{words.pasteLabel}</label>
      <textarea
        id={`${id}lines`}
        className="part-input part-mono domain-input"
        rows={5}
        spellCheck={false}
        placeholder={list === 'socket' ? words.placeholder.socket : words.placeholder.http}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="domain-paste-actions">
        <button type="submit" className="part-button" data-kind="main" disabled={text.trim() === ''}>
          {words.pasteAdd}
        </button>
        <button type="button" className="part-button" onClick={onClose}>
          {words.cancel}
        </button>
        <span role="status">
          {outcomes.length > 0 && words.addedCount(outcomes.filter(({ result }) => result === 'added').length, refused)}
        </span>
      </div>
      {outcomes.length > 0 && (
        <ol className="domain-outcomes">
          {outcomes.slice(0, MOST_TOLD).map((outcome) => (
            <li key={outcome.line} data-result={outcome.result}>
              <span className="domain-dim">{words.line(outcome.line)}</span> <code>{shorten(outcome.text)}</code>{' '}
              <span className="domain-outcome">{lineOutcomeText(outcome, list, words)}</span>
            </li>
          ))}
          {outcomes.length > MOST_TOLD && <li>{words.moreLines(outcomes.length - MOST_TOLD)}</li>}
        </ol>
      )}
    </form>
  )
}

function shorten(line: string): string {
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line
}

function isRefused({ result }: LineOutcome): boolean {
  return result === 'refused' || result === 'full'
}
