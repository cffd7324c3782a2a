import { EyeOff, Plus, Search } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import { formatCount } from '../../parts/format.ts'
import { VirtualRows } from '../../parts/virtual-rows.tsx'
import { useInspector } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'
import { hiddenRules } from '../rules/hidden-by.ts'
import { changeRules, mocksOf, useMocks } from '../rules/mocks-state.ts'
import { useRowOrder } from '../rules/row-order.tsx'
import { freeName, moveRule, moveRuleBeside, moveRuleBy, replaceRule, standing } from '../rules/rule-changes.ts'
import { RuleFiles } from './rule-files.tsx'
import { RuleRow } from './rule-row.tsx'

interface RuleListProps {
  readonly rules: readonly MockRule[]
  readonly opened: string | undefined
  readonly onOpen: (id: string | undefined) => void
}

/** A heading, where the group is another than that of the rule before; or a rule. Their order is that in which rules are asked. */
type Line = { readonly heading: string; readonly count: number } | { readonly rule: MockRule }

/** The rules in their order, which decides who answers. */
export function RuleList({ rules, opened, onOpen }: RuleListProps) {
  const words = useWords(mocksViewWords)
  const { source, store, announce } = useInspector()
  const state = useSourceState(source)
  const [query, setQuery] = useState('')
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const hidden = useMemo(() => hiddenRules(rules), [rules])
  const asCoded = state?.rulesAsCoded
  const found = useMemo(() => rules.filter((rule) => fits(rule, query)), [rules, query])
  const lines = useMemo(() => linesOf(found, words.ungrouped), [found, words])
  const toRow = useMocks((mocks) => mocks.toRow)
  const rowOf = toRow === undefined ? -1 : lines.findIndex((line) => 'rule' in line && line.rule.id === toRow)
  const finder = useRef<HTMLInputElement>(null)
  const reached = () => mocksOf(store).setState({ toRow: undefined })
  useEffect(() => {
    if (toRow === undefined || rowOf >= 0) return
    // What is looked for leaves that rule out.
    finder.current?.focus()
    mocksOf(store).setState({ toRow: undefined })
  }, [toRow, rowOf, store])
  const change = (next: readonly MockRule[]) => changeRules({ source, store }, next)
  const move = async ({ id, name }: MockRule, next: readonly MockRule[]) => {
    const from = rules.findIndex((rule) => rule.id === id)
    const to = next.findIndex((rule) => rule.id === id)
    if (!(await change(next)).ok || to === from) return
    announce((to < from ? words.movedUp : words.movedDown)(name, formatCount(to + 1), formatCount(next.length)))
  }
  const readOnly = !source.send
  const order = useRowOrder<string>({
    items: rules,
    readOnly,
    onMoveBy: (id, by) => {
      const rule = rules.find((each) => each.id === id)
      if (!rule || !rules[rules.indexOf(rule) + by]) return undefined
      void move(rule, moveRuleBy(rules, id, by))
      return id
    },
    onMoveBeside: (id, target, side) => {
      const rule = rules.find((each) => each.id === id)
      if (rule) void move(rule, moveRuleBeside(rules, id, target, side))
    },
  })
  const add = async () => {
    const id = freeName('mock', new Set(rules.map((rule) => rule.id)))
    const made: MockRule = {
      id,
      name: freeName(words.newName, new Set(rules.map(({ name }) => name))),
      enabled: true,
      when: { method: 'GET', url: 'https://api.example.com/path' },
      respond: { mode: 'pick', answers: [{ name: '200', kind: 'response', body: { json: {} } }], picked: '200' },
    }
    if (await change([made, ...rules])) onOpen(id)
  }
  return (
    <div className="rule-list">
      <div className="rule-list-bar">
        <span className="rule-find">
          <Search size={13} aria-hidden="true" />
          <input
            ref={finder}
            type="search"
            className="part-input rule-find-input"
            aria-label={words.find}
            placeholder={words.find}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </span>
        {!readOnly && (
          <button type="button" className="part-button" data-kind="quiet" onClick={() => void add()}>
            <Plus size={13} aria-hidden="true" />
            {words.newRule}
          </button>
        )}
        <RuleFiles rules={rules} scenarios={state?.scenarios ?? []} />
      </div>
      {rules.length === 0 && (
        <p className="part-note">
          {words.empty} {words.emptyHint}
        </p>
      )}
      {rules.length > 0 && found.length === 0 && <p className="part-note">{words.noneFound}</p>}
      {/* biome-ignore lint/a11y/useSemanticElements: a list cannot have rows that are not all there */}
      <div ref={setScroller} className="rule-rows" role="group" aria-label={words.list} {...order.list}>
        <VirtualRows
          count={lines.length}
          rowHeight={46}
          scroller={scroller}
          active={rowOf < 0 ? undefined : rowOf}
          renderRow={(place) => {
            const line = lines[place]
            if (!line) return null
            if ('heading' in line)
              return (
                <h3 className="rule-heading">
                  <span>{line.heading}</span>
                  <span>{line.count}</span>
                </h3>
              )
            const { rule } = line
            const by = hidden.get(rule.id)
            return (
              <>
                <RuleRow
                  rule={rule}
                  rules={rules}
                  standing={standing(rule, asCoded)}
                  hits={state?.ruleHits[rule.id]?.hits ?? 0}
                  opened={rule.id === opened}
                  onReached={rule.id === toRow ? reached : undefined}
                  hidden={by !== undefined}
                  readOnly={readOnly}
                  row={order.row(rule.id)}
                  grip={order.grip(rule.id, rule.name)}
                  onOpen={() => onOpen(rule.id)}
                  onChange={change}
                  onReset={() => {
                    const coded = asCoded?.find(({ id }) => id === rule.id)
                    if (coded) void change(replaceRule(rules, coded))
                  }}
                  onMove={(by) => void move(rule, moveRuleBy(rules, rule.id, by))}
                />
                {by && (
                  <p className="rule-hidden">
                    <EyeOff size={12} aria-hidden="true" />
                    <span>{words.hiddenBy(by.name)}</span>
                    {!readOnly && (
                      <button type="button" className="part-link" onClick={() => void change(moveRule(rules, rule.id, rules.indexOf(by)))}>
                        {words.moveBefore}
                      </button>
                    )}
                  </p>
                )}
              </>
            )
          }}
        />
      </div>
      <p className="rule-order">{words.order}</p>
    </div>
  )
}

function linesOf(rules: readonly MockRule[], ungrouped: string): readonly Line[] {
  if (rules.every(({ group }) => group === undefined)) return rules.map((rule) => ({ rule }))
  const lines: Line[] = []
  for (let place = 0; place < rules.length; ) {
    const group = rules[place]?.group
    let end = place
    while (end < rules.length && rules[end]?.group === group) end += 1
    lines.push({ heading: group ?? ungrouped, count: end - place })
    for (; place < end; place += 1) lines.push({ rule: rules[place] as MockRule })
  }
  return lines
}

function fits({ name, group = '', when }: MockRule, query: string): boolean {
  const text = `${name}\n${group}\n${[when.method ?? ''].flat().join(' ')}\n${when.url}`.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
