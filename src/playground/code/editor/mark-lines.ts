import type { Gate } from '../../../contract/event/hold-event.ts'
import { eventWords, type Language } from '../../../entry/words.ts'
import { codeWords } from '../../words/code-words.ts'
import type { Happening } from '../sandbox/program-runner.ts'
import { findCallbacks } from './callback-place.ts'
import type { LineMark } from './line-marks.ts'

/** Folds what happens to the calls of a run into what its lines say. */
export interface LineStory {
  add(happening: Happening): void
  /** The line has the name of the error; the console and its mark in the code have all of it. */
  fail(line: number, message: string): void
  readonly lines: ReadonlyMap<number, LineMark>
}

/** Where a call that is held would go on: the listener that would be called next. */
const NEXT_AT: Readonly<Partial<Record<Gate, string>>> = {
  headers: 'onHeadersReceived',
  'first-chunk': 'onChunkReceived',
  chunk: 'onChunkReceived',
  callbacks: 'success',
}

/** `code` is the code that runs. */
export function tellLines(code: string, language: Language): LineStory {
  const finder = findCallbacks(code)
  const words = codeWords[language]
  const lines = new Map<number, LineMark>()
  /** The calls that a line has made, and how often a callback on it ran. */
  const made = new Map<number, Set<number>>()
  const ran = new Map<number, number>()
  const listens = new Map<string, number>()
  /** What stands on a line beneath the mark of a held call. */
  const held = new Map<string, { readonly line: number; readonly before: LineMark | undefined }>()

  const put = (line: number, mark: Omit<LineMark, 'turn'>) => lines.set(line, { ...mark, turn: (lines.get(line)?.turn ?? 0) + 1 })
  const several = (count: number) => (count > 1 ? `${words.times(count)} · ` : '')

  return {
    lines,
    fail(line, message) {
      const [name = ''] = message.split(':')
      put(line, { kind: 'error', text: name.length > 24 ? `${name.slice(0, 24)}…` : name })
    },
    add(happening) {
      const { at, call, kind, place, taskId } = happening
      if (!place) return
      if (kind === 'listens') {
        listens.set(`${taskId} ${happening.name}`, place.line)
        return
      }
      if (kind === 'callback') {
        const line = happening.isOption ? finder.lineOf(place, happening.name) : place.line
        const count = (ran.get(line) ?? 0) + 1
        ran.set(line, count)
        put(line, { kind: 'callback', text: `${several(count)}#${call} ${at.toFixed(1)} ms`, taskId })
        return
      }
      const calls = (made.get(place.line) ?? new Set()).add(call)
      made.set(place.line, calls)
      const before = held.get(taskId)
      if (before) {
        held.delete(taskId)
        if (before.before) lines.set(before.line, before.before)
        else lines.delete(before.line)
      }
      if (happening.type === 'held') {
        const next = happening.gate ? NEXT_AT[happening.gate] : undefined
        const line = listens.get(`${taskId} ${next}`) ?? (next === 'success' ? finder.lineOf(place, next) : place.line)
        held.set(taskId, { line, before: lines.get(line) })
        put(line, { kind: 'held', text: `#${call} ${words.heldHere}`, taskId })
        return
      }
      put(place.line, { kind: 'call', text: `${several(calls.size)}#${call} ${eventWords[language].type[happening.type]}`, taskId })
    },
  }
}
