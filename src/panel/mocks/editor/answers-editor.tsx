import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { MockAnswer, MockRule } from '../../../contract/mock/mock-rule.ts'
import { DraftInput } from '../../parts/json-form/draft-input.tsx'
import { Menu } from '../../parts/menu/menu.tsx'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'
import { type AnswerMode, answersOf, withAnswerAt, withAnswers } from '../rules/answers-of.ts'
import { briefOf, freeName } from '../rules/rule-changes.ts'
import { ToneSign } from '../rules/tone-sign.tsx'
import { AnswerEditor } from './answer-editor.tsx'
import { SeedField } from './seed-field.tsx'

interface AnswersEditorProps {
  readonly rule: MockRule
  /** The rule as coded. */
  readonly base: MockRule | undefined
  readonly readOnly: boolean
  readonly onChange: (rule: MockRule) => Promise<void>
}

const MODES: readonly AnswerMode[] = ['pick', 'sequence', 'cycle', 'random']

/** The answers of a rule, each with a name, which of them is given, and the one that is looked at. */
export function AnswersEditor({ rule, base, readOnly, onChange }: AnswersEditorProps) {
  const words = useWords(mocksViewWords)
  const answers = answersOf(rule)
  const [looked, setLooked] = useState<number>()
  const [renaming, setRenaming] = useState(false)
  const [menu, setMenu] = useState<HTMLElement>()
  const shown = Math.min(looked ?? answers.picked, answers.list.length - 1)
  const answer = answers.list[shown]
  const nameAt = (place: number) =>
    answers.list[place]?.name ??
    (answers.mode === 'one' ? briefOf(answers.list[0] as MockAnswer).text || words.answer('1') : words.answer(String(place + 1)))
  const named = answers.list.map((each, place) => ({ ...each, name: nameAt(place) }))
  const mode = answers.mode === 'one' ? 'pick' : answers.mode
  const baseAnswer = base && (answersOf(base).list.find(({ name }) => name === answer?.name) ?? undefined)

  const add = (made: MockAnswer, name: string) => {
    const free = freeName(name, new Set(named.map((each) => each.name)))
    setLooked(named.length)
    void onChange(withAnswers(rule, mode, [...named, { ...made, name: free }], mode === 'pick' ? free : undefined))
  }
  const pick = (place: number) => {
    setLooked(place)
    if (mode === 'pick') void onChange({ ...withAnswers(rule, 'pick', named, named[place]?.name), enabled: true })
  }
  if (!answer) return null
  return (
    <>
      <div className="answers-bar">
        <span className="match-word">{words.answers}</span>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and borders */}
        <div className="answers-list" role="group" aria-label={words.answers}>
          {named.map((each, place) => {
            const brief = briefOf(each)
            return (
              <button
                key={each.name}
                type="button"
                className="answer-tab"
                aria-pressed={place === shown}
                data-picked={(mode === 'pick' && place === answers.picked) || undefined}
                onClick={() => (readOnly ? setLooked(place) : pick(place))}
              >
                {mode === 'pick' && <span className="answer-radio" aria-hidden="true" />}
                <span className="answer-tab-name">{each.name}</span>
                {brief.text !== '' && brief.text !== each.name && (
                  <span className="answer-tab-note">
                    <ToneSign tone={brief.tone} /> {brief.text}
                  </span>
                )}
              </button>
            )
          })}
        </div>
        {!readOnly && (
          <button
            type="button"
            className="part-icon-button"
            aria-label={words.addAnswer}
            title={words.addAnswer}
            aria-haspopup="menu"
            onClick={(event) => setMenu(event.currentTarget)}
          >
            <Plus size={14} aria-hidden="true" />
          </button>
        )}
        <span className="answer-rest" />
        {'mode' in rule.respond && rule.respond.mode === 'random' && (
          <SeedField
            seed={rule.respond.seed}
            readOnly={readOnly}
            onChange={(seed) =>
              void onChange({ ...rule, respond: { mode: 'random', answers: named, ...(seed !== undefined && { seed }) } })
            }
          />
        )}
        <label className="answer-field">
          <span>{words.mode}</span>
          <select
            className="part-input"
            value={mode}
            disabled={readOnly || named.length < 2}
            onChange={(event) => {
              const next = event.target.value as AnswerMode
              void onChange(withAnswers(rule, next, named, next === 'pick' ? named[shown]?.name : undefined))
            }}
          >
            {MODES.map((each) => (
              <option key={each} value={each}>
                {words.modes[each]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {menu && (
        <Menu
          label={words.addAnswer}
          at={menu}
          opener={menu}
          onClose={() => setMenu(undefined)}
          groups={[
            {
              id: 'this',
              items: [
                { id: 'duplicate', label: words.duplicateAnswer, onSelect: () => add(answer, nameAt(shown)) },
                { id: 'rename', label: words.renameAnswer, onSelect: () => setRenaming(true) },
                {
                  id: 'remove',
                  label: words.removeAnswer,
                  disabled: named.length < 2,
                  onSelect: () => {
                    const rest = named.toSpliced(shown, 1)
                    setLooked(undefined)
                    const kept = rest.some(({ name }) => name === named[answers.picked]?.name) ? named[answers.picked]?.name : rest[0]?.name
                    void onChange(withAnswers(rule, mode, rest, mode === 'pick' ? kept : undefined))
                  },
                },
              ],
            },
            {
              id: 'new',
              label: words.addAnswer,
              items: [
                { id: '200', label: '200', onSelect: () => add({ kind: 'response', body: { json: {} } }, '200') },
                {
                  id: '401',
                  label: '401',
                  onSelect: () => add({ kind: 'response', status: 401, body: { json: { message: 'Unauthorized' } } }, '401'),
                },
                {
                  id: '404',
                  label: '404',
                  onSelect: () => add({ kind: 'response', status: 404, body: { json: { message: 'Not Found' } } }, '404'),
                },
                {
                  id: '500',
                  label: '500',
                  onSelect: () => add({ kind: 'response', status: 500, body: { json: { message: 'Internal Server Error' } } }, '500'),
                },
                {
                  id: 'fail',
                  label: words.kinds.fail,
                  onSelect: () => add({ kind: 'fail', error: 'ERR_INTERNET_DISCONNECTED' }, words.kinds.fail),
                },
                { id: 'hang', label: words.kinds.hang, onSelect: () => add({ kind: 'hang' }, words.kinds.hang) },
                {
                  id: 'passthrough',
                  label: words.kinds.passthrough,
                  onSelect: () => add({ kind: 'passthrough' }, words.kinds.passthrough),
                },
              ],
            },
          ]}
        />
      )}
      {renaming && (
        <div className="answer-bar">
          <DraftInput
            value={nameAt(shown)}
            label={words.answerName}
            className="part-input"
            accepts={(text) =>
              text.trim() !== '' && text.trim() !== 'off' && !named.some(({ name }, place) => place !== shown && name === text.trim())
            }
            onCommit={(text) => {
              const renamed = named.map((each, place) => (place === shown ? { ...each, name: text.trim() } : each))
              const picked = answers.picked === shown ? text.trim() : named[answers.picked]?.name
              setRenaming(false)
              void onChange(withAnswers(rule, mode, renamed, mode === 'pick' ? picked : undefined))
            }}
          />
          <button type="button" className="part-button" data-kind="quiet" onClick={() => setRenaming(false)}>
            {words.cancel}
          </button>
        </div>
      )}
      <AnswerEditor
        key={nameAt(shown)}
        answer={answer}
        base={baseAnswer}
        seed={rule.id}
        api={apiOf(rule)}
        readOnly={readOnly}
        onChange={(next) => void onChange(forSockets(withAnswerAt(rule, shown, next)))}
      />
    </>
  )
}

function apiOf(rule: MockRule): NonNullable<MockRule['when']['api']> {
  const { when } = rule
  if (/^wss?:/i.test(when.url) || answersOf(rule).list.some(({ kind }) => kind === 'socket')) return 'connectSocket'
  return when.api ?? 'request'
}

/** A response refuses the handshake of a socket only where the rule names sockets. */
function forSockets(rule: MockRule): MockRule {
  const { when } = rule
  if (when.api !== undefined || apiOf(rule) !== 'connectSocket' || !answersOf(rule).list.some(({ kind }) => kind === 'response'))
    return rule
  return { ...rule, when: { ...when, api: 'connectSocket' } }
}
