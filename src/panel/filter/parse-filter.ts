import type { RowTest } from '../rows/row-index.ts'
import { keyMaker, type ValueFault } from './filter-keys.ts'
import { type RegexFault, readRegex } from './read-regex.ts'
import { findPattern, findText } from './row-text.ts'
import { type FilterTerm, type FilterToken, tokenizeFilter } from './tokenize-filter.ts'

/** Why a token was left out of the filter. */
export type FilterFault = ValueFault | RegexFault | 'no-operand' | 'unclosed' | 'unopened' | 'too-deep'

/** A token that means nothing. The rest of the filter goes on working. */
export interface FilterProblem {
  /** Where it stands in what was typed. */
  readonly from: number
  readonly to: number
  readonly text: string
  readonly fault: FilterFault
}

export interface Filter {
  /** Whether it lets everything pass. */
  readonly empty: boolean
  /** In the order in which they stand. */
  readonly problems: readonly FilterProblem[]
  matches: RowTest
}

/**
 * Reads a filter as Chrome's network panel does: terms apart by blanks, all of which must hold, `-` turns one round,
 * `key:value` asks for a property, `/…/` is a regular expression, anything else is looked for in what the row shows.
 * Beyond Chrome: `OR`, `AND` and `NOT` in capitals, parentheses, quotes. An unknown key is text, as in Chrome;
 * what means nothing is told and left out. `startedAt` is epoch ms of zero on the session clock, for the times that rows show.
 */
export function parseFilter(query: string, startedAt = 0): Filter {
  const reader = new FilterReader(query, startedAt)
  const test = reader.read()
  return { empty: test === undefined, problems: reader.problems.sort((a, b) => a.from - b.from), matches: test ?? (() => true) }
}

/** A test that is `undefined` where there is nothing to test. */
type Maybe = RowTest | undefined

class FilterReader {
  readonly problems: FilterProblem[] = []
  readonly #query: string
  readonly #startedAt: number
  readonly #tokens: readonly FilterToken[]
  #at = 0

  constructor(query: string, startedAt: number) {
    this.#query = query
    this.#startedAt = startedAt
    this.#tokens = tokenizeFilter(query)
  }

  read(): Maybe {
    const parts: Maybe[] = []
    while (this.#at < this.#tokens.length) {
      parts.push(this.#readOr())
      const token = this.#take('close')
      if (token) this.#report(token, 'unopened')
    }
    return every(parts)
  }

  #readOr(): Maybe {
    const start = this.#at
    const parts = [this.#readAnd()]
    for (let or = this.#take('or'); or; or = this.#take('or')) {
      const isFirst = this.#at - 1 === start
      if (this.#wantOperand(or) && isFirst) this.#report(or, 'no-operand')
      parts.push(this.#readAnd())
    }
    return some(parts)
  }

  #readAnd(): Maybe {
    const parts: Maybe[] = []
    for (let token = this.#tokens[this.#at]; token && token.kind !== 'or' && token.kind !== 'close'; token = this.#tokens[this.#at]) {
      this.#at += 1
      if (token.kind === 'deep') this.#report(token, 'too-deep')
      else if (token.kind === 'and') this.#wantOperand(token)
      else parts.push(this.#readPart(token))
    }
    return every(parts)
  }

  #readPart(token: FilterToken): Maybe {
    switch (token.kind) {
      case 'not': {
        if (!this.#wantOperand(token)) return undefined
        const next = this.#tokens[this.#at] as FilterToken
        this.#at += 1
        return not(this.#readPart(next))
      }
      case 'open': {
        const inner = this.#readOr()
        if (!this.#take('close')) this.#report(token, 'unclosed')
        return token.negated ? not(inner) : inner
      }
      case 'term': {
        const test = this.#readTerm(token)
        return token.negated ? not(test) : test
      }
      default:
        return undefined
    }
  }

  #readTerm(term: FilterTerm & FilterToken): Maybe {
    const maker = term.key === undefined ? undefined : keyMaker(term.key)
    const text = term.key === undefined ? term.value : `${term.key}:${term.value}`
    const made = maker
      ? term.value === ''
        ? 'empty-value'
        : maker(term.value)
      : ((term.quoted ? undefined : this.#regexTest(text)) ?? findText(text, this.#startedAt))
    if (typeof made !== 'string') return made
    this.#report(term, made)
    return undefined
  }

  #regexTest(text: string): RowTest | RegexFault | undefined {
    const matches = readRegex(text)
    return typeof matches === 'function' ? findPattern(matches, this.#startedAt) : matches
  }

  /** Whether something stands behind an operator; tells where nothing does. */
  #wantOperand(operator: FilterToken): boolean {
    const next = this.#tokens[this.#at]?.kind
    const there = next === 'term' || next === 'open' || next === 'not'
    if (!there) this.#report(operator, 'no-operand')
    return there
  }

  #take(kind: FilterToken['kind']): FilterToken | undefined {
    const token = this.#tokens[this.#at]
    if (token?.kind !== kind) return undefined
    this.#at += 1
    return token
  }

  #report({ from, to }: FilterToken, fault: FilterFault): void {
    this.problems.push({ from, to, text: this.#query.slice(from, to), fault })
  }
}

function every(parts: readonly Maybe[]): Maybe {
  const tests = parts.filter((part) => part !== undefined)
  return tests.length > 1 ? (row, reader) => tests.every((test) => test(row, reader)) : tests[0]
}

function some(parts: readonly Maybe[]): Maybe {
  const tests = parts.filter((part) => part !== undefined)
  return tests.length > 1 ? (row, reader) => tests.some((test) => test(row, reader)) : tests[0]
}

function not(test: Maybe): Maybe {
  return test && ((row, reader) => !test(row, reader))
}
