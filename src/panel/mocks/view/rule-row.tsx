import { ChevronDown, Ellipsis } from 'lucide-react'
import { type HTMLAttributes, useLayoutEffect, useRef, useState } from 'react'
import type { CommandOutcome } from '../../../contract/command.ts'
import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import { withPick } from '../../../mocks/apply-scenario.ts'
import { formatCount } from '../../parts/format.ts'
import { Menu } from '../../parts/menu/menu.tsx'
import type { MenuGroup } from '../../parts/menu/menu-items.ts'
import { Switch } from '../../parts/switch.tsx'
import { splitUrl } from '../../rows/url-parts.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'
import { answersOf } from '../rules/answers-of.ts'
import { type GripDrag, RowGrip } from '../rules/row-order.tsx'
import { briefOf, duplicateRule, replaceRule } from '../rules/rule-changes.ts'
import { ToneSign } from '../rules/tone-sign.tsx'

interface RuleRowProps {
  readonly rule: MockRule
  readonly rules: readonly MockRule[]
  readonly standing: 'same' | 'changed' | 'added'
  readonly hits: number
  readonly opened: boolean
  /** Told once the row has the focus, which it then takes. */
  readonly onReached: (() => void) | undefined
  readonly hidden: boolean
  readonly readOnly: boolean
  /** By which the row is moved (`useRowOrder`). */
  readonly row: HTMLAttributes<HTMLElement>
  readonly grip: GripDrag
  readonly onOpen: () => void
  readonly onChange: (rules: readonly MockRule[]) => Promise<CommandOutcome>
  readonly onMove: (by: -1 | 1) => void
  /** As coded. */
  readonly onReset: () => void
}

/** A rule of the list: its switch, its name, what it answers, and how often it did. */
export function RuleRow({
  rule,
  rules,
  standing,
  hits,
  opened,
  onReached,
  hidden,
  readOnly,
  row,
  grip,
  onOpen,
  onChange,
  onMove,
  onReset,
}: RuleRowProps) {
  const words = useWords(mocksViewWords)
  const { announce } = useInspector()
  const [menu, setMenu] = useState<{ readonly at: HTMLElement; readonly label: string; readonly groups: readonly MenuGroup[] }>()
  const opener = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (!onReached) return
    opener.current?.focus()
    onReached()
  }, [onReached])
  const { list, mode, picked } = answersOf(rule)
  const answer = list[picked]
  const brief = answer && briefOf(answer)
  const several = mode !== 'one' && mode !== 'pick'
  const answerText = several ? `${words.modes[mode]} (${list.length})` : (answer?.name ?? brief?.text ?? '')
  const { path } = splitUrl(rule.when.url)
  const method = [rule.when.method ?? words.anyMethod].flat().join(' ')
  const named = list.every(({ name }) => name !== undefined) && mode === 'pick'

  const answers = (): readonly MenuGroup[] => [
    {
      id: 'answers',
      items: list.map((each, place) => ({
        id: String(place),
        kind: 'radio' as const,
        checked: place === picked,
        label: each.name ?? words.answer(String(place + 1)),
        note: briefOf(each).text,
        onSelect: () => void onChange(replaceRule(rules, withPick(rule, each.name ?? ''))),
      })),
    },
  ]
  const acts = (): readonly MenuGroup[] => [
    {
      id: 'place',
      items: [
        { id: 'up', label: words.moveUp, shortcut: 'Alt+ArrowUp', disabled: rules[0] === rule, onSelect: () => onMove(-1) },
        { id: 'down', label: words.moveDown, shortcut: 'Alt+ArrowDown', disabled: rules.at(-1) === rule, onSelect: () => onMove(1) },
        { id: 'duplicate', label: words.duplicate, onSelect: () => void onChange(duplicateRule(rules, rule).rules) },
      ],
    },
    ...(standing === 'changed' ? [{ id: 'reset', items: [{ id: 'reset', label: words.reset, onSelect: () => void onReset() }] }] : []),
    {
      id: 'remove',
      items: [
        {
          id: 'remove',
          label: words.remove,
          onSelect: async () => {
            if ((await onChange(rules.filter((each) => each !== rule))).ok) announce(words.removed(rule.name))
          },
        },
      ],
    },
  ]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and borders
    <div
      role="group"
      aria-label={rule.name}
      className="rule-row"
      {...row}
      data-opened={opened || undefined}
      data-off={!rule.enabled || hidden || undefined}
    >
      {!readOnly && <RowGrip title={words.drag(rule.name)} {...grip} />}
      <Switch
        checked={rule.enabled}
        label={words.enable(rule.name)}
        disabled={readOnly}
        onChange={(enabled) => void onChange(replaceRule(rules, { ...rule, enabled }))}
      />
      <button
        ref={opener}
        type="button"
        className="rule-open"
        aria-current={opened || undefined}
        title={`${rule.name}\n${rule.when.url}`}
        onClick={onOpen}
      >
        <span className="rule-name">
          <span className="rule-name-text">{rule.name}</span>
          {standing !== 'same' && (
            <span className="rule-dot" role="img" aria-label={standing === 'changed' ? words.changed : words.added} />
          )}
        </span>
        <span className="rule-target">
          {method} {path || rule.when.url}
        </span>
      </button>
      <span className="rule-side">
        {named && !readOnly ? (
          <button
            type="button"
            className="rule-answer"
            aria-haspopup="menu"
            aria-label={`${answerText} · ${words.answerOf(rule.name)}`}
            onClick={(event) => setMenu({ at: event.currentTarget, label: words.answerOf(rule.name), groups: answers() })}
          >
            {brief && <ToneSign tone={brief.tone} />}
            <span className="rule-answer-text">{answerText}</span>
            <ChevronDown size={12} aria-hidden="true" />
          </button>
        ) : (
          <span className="rule-answer">
            {brief && <ToneSign tone={brief.tone} />}
            <span className="rule-answer-text">{answerText}</span>
          </span>
        )}
        <span className="rule-hits">{words.hits(formatCount(hits))}</span>
      </span>
      {!readOnly && (
        <button
          type="button"
          className="part-icon-button"
          aria-haspopup="menu"
          aria-label={words.more(rule.name)}
          title={words.more(rule.name)}
          onClick={(event) => setMenu({ at: event.currentTarget, label: words.more(rule.name), groups: acts() })}
        >
          <Ellipsis size={14} aria-hidden="true" />
        </button>
      )}
      {menu && <Menu label={menu.label} groups={menu.groups} at={menu.at} opener={menu.at} onClose={() => setMenu(undefined)} />}
    </div>
  )
}
