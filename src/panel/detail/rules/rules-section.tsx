import { useMemo, useState } from 'react'
import type { TaskEvent } from '../../../contract/event/task-event.ts'
import type { PanelSource } from '../../../contract/panel-source.ts'
import { type AppliedRule, rulesOf } from '../../../recorder/applied-rules/applied-rules.ts'
import { WX_RULES } from '../../../recorder/applied-rules/wx-rules.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { Section } from '../../parts/section.tsx'
import { addStyles } from '../../styles/style-sheets.ts'
import type { eventWords } from '../../words/event-words.ts'
import { useWords } from '../../words/words.ts'
import { sureText, wxRuleWords } from '../../words/wx-rule-words.ts'
import { nameOfEvent } from '../task/name-of-event.ts'
import { useTaskEvents } from '../task/use-task-events.ts'
import { RuleLink } from './rule-link.tsx'
import styles from './rules.css?inline'
import { isUsual } from './usual-rules.ts'

addStyles(styles)

interface RulesSectionProps {
  readonly source: PanelSource
  readonly snapshot: TaskSnapshot
  /** What each kind of event is called. */
  readonly names: Pick<(typeof eventWords)['zh'], 'type'>
  readonly onOpenEvent: (seq: number) => void
}

/** Which rules of WeChat applied to a task, what each says, how sure it is, and the event in which it shows. */
export function RulesSection({ source, snapshot, names, onOpenEvent }: RulesSectionProps) {
  const words = useWords(wxRuleWords)
  const events = useTaskEvents(source, snapshot)
  const applied = useMemo(() => rulesOf(snapshot, events), [snapshot, events])
  // Looked up by its number, which is not its place once older events were condensed into one.
  const bySeq = useMemo(() => new Map(events.map((event) => [event.seq, event])), [events])
  const [unfolded, setUnfolded] = useState(false)
  if (applied.length === 0) return null
  const nameOf = (seq: number) => nameOfEvent(bySeq.get(seq) as TaskEvent, names)
  const special = applied.filter(({ id }) => !isUsual(id))
  const usual = applied.filter(({ id }) => isUsual(id))
  const shown = unfolded ? [...special, ...usual] : special
  return (
    <Section title={words.title} note={words.count(applied.length)}>
      {shown.length > 0 && <RuleTable rules={shown} nameOf={nameOf} onOpenEvent={onOpenEvent} />}
      {usual.length > 0 && (
        <button type="button" className="rules-fold" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          <span className="rules-twisty" data-open={unfolded} aria-hidden="true" />
          {words.usual(usual.length)}
        </button>
      )}
      <p className="part-note">{words.note}</p>
    </Section>
  )
}

interface RuleTableProps {
  readonly rules: readonly AppliedRule[]
  readonly nameOf: (seq: number) => string
  readonly onOpenEvent: (seq: number) => void
}

function RuleTable({ rules, nameOf, onOpenEvent }: RuleTableProps) {
  const words = useWords(wxRuleWords)
  return (
    <table className="detail-table detail-rules" aria-label={words.title}>
      <thead>
        <tr>
          <th scope="col">{words.column.rule}</th>
          <th scope="col">{words.column.says}</th>
          <th scope="col">{words.column.sure}</th>
          <th scope="col">{words.column.event}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ id, seq }) => (
          <tr key={id}>
            <th scope="row">
              <RuleLink name={id} />
            </th>
            <td>{words.sentence[id]}</td>
            <td className="detail-dim">{sureText(WX_RULES[id], words)}</td>
            <td>
              <button type="button" className="part-link" aria-label={words.openEvent(nameOf(seq))} onClick={() => onOpenEvent(seq)}>
                {nameOf(seq)}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The rules that applied at one event. */
export function EventRules({
  source,
  snapshot,
  seq,
}: {
  readonly source: PanelSource
  readonly snapshot: TaskSnapshot
  readonly seq: number
}) {
  const words = useWords(wxRuleWords)
  const events = useTaskEvents(source, snapshot)
  const applied = useMemo(() => rulesOf(snapshot, events).filter((rule) => rule.seq === seq), [snapshot, events, seq])
  if (applied.length === 0) return null
  return (
    <ul className="detail-event-rules" aria-label={words.title}>
      {applied.map((rule) => (
        <RuleLine key={rule.id} rule={rule} />
      ))}
    </ul>
  )
}

function RuleLine({ rule }: { readonly rule: AppliedRule }) {
  const words = useWords(wxRuleWords)
  return (
    <li>
      <span title={sureText(WX_RULES[rule.id], words)}>
        <RuleLink name={rule.id} />
      </span>
      <span>{words.sentence[rule.id]}</span>
    </li>
  )
}
