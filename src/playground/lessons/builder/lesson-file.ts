import { messageOf } from '../../../contract/describe.ts'
import { findFaults, type Lesson } from '../schema/lesson-schema.ts'

/** Characters. A lesson is a page of text, not an archive. */
export const LONGEST_FILE = 1_000_000

export interface Fault {
  /** Where in the lesson, `vary.options.0.hint`, or in the text: `3:14`. Empty for the whole. */
  readonly path: string
  readonly message: string
}

/** Reads a lesson from a text that may hold anything. Nothing of it is run. */
export function readLesson(text: string): { readonly lesson: Lesson } | { readonly faults: readonly Fault[] } {
  if (text.length > LONGEST_FILE) return { faults: [{ path: '', message: 'too large' }] }
  let lesson: unknown
  try {
    lesson = JSON.parse(text)
  } catch (cause) {
    const message = messageOf(cause)
    return { faults: [{ path: placeOf(message, text), message }] }
  }
  const faults = findFaults(lesson)
  return faults.length > 0 ? { faults } : { lesson: lesson as Lesson }
}

/** All the code of a lesson that would run, for whoever has to judge it first: that of its changes, too. */
export function allCodeOf({ code, vary }: Lesson): string {
  const changes = vary.options.flatMap((option) => (option.code ?? []).map(({ to }) => `// ${option.label.en}\n${to}`))
  return [code.trim(), ...changes].join('\n\n')
}

/** Line and column of an error of JSON.parse, from 1. Engines say it in ways of their own, or not at all. */
function placeOf(message: string, text: string): string {
  const position = /position (\d+)/.exec(message)?.[1]
  if (position === undefined) return ''
  const before = text.slice(0, Number(position)).split('\n')
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
}
