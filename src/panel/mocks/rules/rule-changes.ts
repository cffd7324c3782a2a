import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import { jsonOf } from '../../../contract/parse/sound.ts'
import type { NamedAnswer } from './answers-of.ts'

type Rules = readonly MockRule[]

export function replaceRule(rules: Rules, rule: MockRule): Rules {
  return rules.map((each) => (each.id === rule.id ? rule : each))
}

/** Moves a rule to a place, counted without it. */
export function moveRule(rules: Rules, id: string, to: number): Rules {
  const rule = rules.find((each) => each.id === id)
  if (!rule) return rules
  const others = rules.filter((each) => each !== rule)
  return others.toSpliced(Math.min(Math.max(to, 0), others.length), 0, rule)
}

/** Moves a rule right before another one or after it, and into its group. */
export function moveRuleBeside(rules: Rules, id: string, targetId: string, side: 'before' | 'after'): Rules {
  const rule = rules.find((each) => each.id === id)
  const target = rules.find((each) => each.id === targetId)
  if (!rule || !target || rule === target) return rules
  const { group: _, ...rest } = rule
  const moved = { ...rest, ...(target.group !== undefined && { group: target.group }) }
  const others = rules.filter((each) => each !== rule)
  return others.toSpliced(others.indexOf(target) + (side === 'after' ? 1 : 0), 0, moved)
}

export function moveRuleBy(rules: Rules, id: string, by: -1 | 1): Rules {
  return moveRule(rules, id, rules.findIndex((rule) => rule.id === id) + by)
}

/** Puts a copy right after a rule; its id is unlike all others. */
export function duplicateRule(rules: Rules, rule: MockRule): { readonly rules: Rules; readonly id: string } {
  const id = freeName(`${rule.id}-copy`, new Set(rules.map((each) => each.id)))
  const name = freeName(rule.name, new Set(rules.map((each) => each.name)))
  return { rules: rules.toSpliced(rules.indexOf(rule) + 1, 0, { ...rule, id, name }), id }
}

/** A name that is not taken: with a number behind it where it is. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number += 1) if (!taken.has(`${wanted} ${number}`)) return `${wanted} ${number}`
}

/** How a rule stands to the code. */
export function standing(rule: MockRule, asCoded: Rules | undefined): 'same' | 'changed' | 'added' {
  if (!asCoded) return 'same'
  const coded = byId(asCoded).get(rule.id)
  if (!coded) return 'added'
  return coded === rule || jsonOf(coded) === jsonOf(rule) ? 'same' : 'changed'
}

const maps = new WeakMap<Rules, ReadonlyMap<string, MockRule>>()

/** Each of a thousand rules is looked up. */
function byId(rules: Rules): ReadonlyMap<string, MockRule> {
  const known = maps.get(rules) ?? new Map(rules.map((rule) => [rule.id, rule]))
  maps.set(rules, known)
  return known
}

/** The answer of a rule as one line tells it: its status, or how it fails. */
export function briefOf(answer: NamedAnswer): {
  readonly text: string
  readonly tone: 'ok' | 'client-error' | 'server-error' | 'failed' | 'pending'
} {
  switch (answer.kind) {
    case 'response': {
      const status = answer.status ?? 200
      return { text: String(status), tone: status >= 500 ? 'server-error' : status >= 400 ? 'client-error' : 'ok' }
    }
    case 'redirect':
      return { text: String(answer.status ?? 302), tone: 'ok' }
    case 'fail':
      return { text: answer.error.replace(/^ERR_/, ''), tone: 'failed' }
    default:
      return { text: '', tone: answer.kind === 'hang' ? 'pending' : 'ok' }
  }
}
