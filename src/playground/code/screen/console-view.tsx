import { Ban } from 'lucide-react'
import { Fragment, useEffect, useRef } from 'react'
import { useWords } from '../../../entry/words.ts'
import { codeWords } from '../../words/code-words.ts'
import type { ConsoleEntry, Run } from '../sandbox/program-runner.ts'
import { Printed } from './printed.tsx'

export interface ConsoleViewProps {
  readonly run: Run | undefined
  onClear(): void
  onLine(line: number): void
}

/** What the program has printed and thrown, and how the run stands. */
export function ConsoleView({ run, onClear, onLine }: ConsoleViewProps) {
  const words = useWords(codeWords)
  const list = useRef<HTMLDivElement>(null)
  const followed = useRef(true)
  const lines = run?.console ?? []
  const last = lines.at(-1)?.id
  useEffect(() => {
    if (last !== undefined && followed.current) list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [last])

  return (
    <section className="console" aria-label={words.console}>
      <header className="console-head">
        <h2>{words.console}</h2>
        {lines.length > 0 && <span className="console-count">{lines.length}</span>}
        <p className="console-status" role="status" data-status={run?.status}>
          {run && statusText(run, words)}
        </p>
        <button type="button" className="icon-button" aria-label={words.clear} title={words.clear} onClick={onClear}>
          <Ban size={14} aria-hidden="true" />
        </button>
      </header>
      <div
        ref={list}
        className="console-lines"
        role="log"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
        tabIndex={0}
        aria-label={words.console}
        onScroll={({ currentTarget: { clientHeight, scrollHeight, scrollTop } }) => {
          followed.current = scrollHeight - scrollTop - clientHeight < 24
        }}
      >
        <ol>
          {lines.map((entry) => (
            <li key={entry.id} className={`console-line is-${levelOf(entry)}`}>
              <span className="console-at">{entry.at.toFixed(1)} ms</span>
              <span className="console-text">
                {entry.kind === 'printed' && <Level entry={entry} />}
                <EntryText entry={entry} />
              </span>
              {entry.place && (
                <button
                  type="button"
                  className="console-place"
                  aria-label={words.lineShort(entry.place.line)}
                  title={words.line(entry.place.line)}
                  onClick={() => entry.place && onLine(entry.place.line)}
                >
                  {words.lineShort(entry.place.line)}
                </button>
              )}
            </li>
          ))}
        </ol>
      </div>
      {lines.length === 0 && <p className="console-empty">{run && run.status !== 'running' ? words.silent : words.nothing}</p>}
    </section>
  )
}

/** The level in words, for those who do not see its colour. */
function Level({ entry: { level } }: { readonly entry: Extract<ConsoleEntry, { kind: 'printed' }> }) {
  const words = useWords(codeWords)
  return level === 'log' ? null : <span className="console-level">{words.levels[level]} </span>
}

function EntryText({ entry }: { readonly entry: ConsoleEntry }) {
  const words = useWords(codeWords)
  switch (entry.kind) {
    case 'printed':
      return entry.values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was printed does not move
        <Fragment key={index}>
          {index > 0 && ' '}
          <Printed value={value} />
        </Fragment>
      ))
    case 'threw':
      return entry.message
    case 'killed':
      return `${words.killed[entry.why]}${entry.place ? ` ${words.lastSeen(entry.place.line)}` : ''}`
    case 'silenced':
      return words.silenced
  }
}

function levelOf(entry: ConsoleEntry): string {
  if (entry.kind === 'printed') return entry.level
  return entry.kind === 'silenced' ? 'warn' : 'error'
}

function statusText({ calls, status, took }: Run, words: (typeof codeWords)['zh']): string {
  if (status === 'running') return words.status.running(calls)
  if (status === 'finished') return words.status.finished(took < 1000 ? `${Math.round(took)} ms` : `${(took / 1000).toFixed(2)} s`, calls)
  return words.status[status]
}
