import { useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '../../../entry/words.ts'
import { troubleWords } from '../../words/trouble-words.ts'
import { useShop } from '../client/shop-context.ts'
import type { Outcome, OutcomeRow } from '../trouble/outcome.ts'
import type { Stop, Trouble } from '../trouble/trouble.ts'
import { troubles } from '../trouble/troubles.ts'

/** Ways to fail: what each will do is said before, what the app got is shown after. */
export function TroublePage() {
  const words = useWords(troubleWords)
  return (
    <div className="trouble">
      <p className="trouble-lead">{words.lead}</p>
      {(Object.keys(words.groups) as Trouble['group'][]).map((group) => (
        <section key={group} aria-label={words.groups[group]}>
          <h3 className="section-title">{words.groups[group]}</h3>
          <ul className="card rows">
            {troubles
              .filter((trouble) => trouble.group === group)
              .map((trouble) => (
                <TroubleRow key={trouble.id} trouble={trouble} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function TroubleRow({ trouble }: { trouble: Trouble }) {
  const words = useWords(troubleWords)
  const { client } = useShop()
  const [outcome, setOutcome] = useState<Outcome>()
  const stops = useRef<readonly Stop[]>([])
  const stop = useCallback(() => {
    for (const each of stops.current) each()
  }, [])
  useEffect(() => stop, [stop])

  const [title, line] = words.items[trouble.id]
  const running = outcome?.ended === false
  const start = () => {
    let reported = false
    const report = (next: Outcome) => {
      reported = true
      setOutcome(next)
    }
    stop()
    stops.current = trouble.start(client.wx, report, (duration, act) => setTimeout(act, duration))
    if (!reported) setOutcome({ ended: false, lines: [] })
  }

  return (
    <li className="trouble-row">
      <button type="button" className="trouble-run" disabled={running} onClick={start}>
        <span className="trouble-title">{title}</span>
        <span className="trouble-line">{line}</span>
        <span className={running ? 'trouble-go is-running' : 'trouble-go'}>{running ? words.busy : words.run}</span>
      </button>
      <div role="status">
        {outcome && outcome.lines.length > 0 && (
          <ul className="trouble-outcome">
            {outcome.lines.map((each) => (
              <li key={JSON.stringify(each)} data-kind={toneOf(each)}>
                <OutcomeText line={each} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

function toneOf(line: OutcomeRow): 'good' | 'bad' | 'plain' {
  if (line.kind === 'fail' || line.kind === 'no-task') return 'bad'
  if (line.kind === 'success' || line.kind === 'attempt') return line.statusCode < 400 ? 'good' : 'bad'
  return 'plain'
}

function OutcomeText({ line }: { line: OutcomeRow }) {
  const words = useWords(troubleWords).outcome
  const { say } = useShop()
  switch (line.kind) {
    case 'success':
      return words.success(line.statusCode, line.errMsg)
    case 'fail':
      return words.fail(line.errMsg, line.errno === undefined ? '' : words.errno(line.errno))
    case 'no-task':
      return words.noTask
    case 'text':
      return words.text(line.type, line.length)
    case 'rows':
      return words.rows(line.count)
    case 'redirected':
      return words.redirected(say(line.name))
    case 'progress':
      return words.progress(line.done, line.all)
    case 'queued':
      return words.queued(line.count, `${line.longest} ms`)
    case 'opened':
      return words.opened(line.count)
    case 'closed':
      return words.closed(line.code, line.reason)
    case 'attempt':
      return words.attempt(line.count, line.statusCode)
  }
}
