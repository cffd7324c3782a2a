import type { Check, Question, Reading, ReadValue } from '../schema/lesson-schema.ts'
import { eventsOf, heardOf, type Recording } from './recording.ts'

/** Reads one fact off a run; `undefined` where there is none. */
export function readRecording(recording: Recording, reading: Reading): ReadValue {
  switch (reading.read) {
    case 'heard': {
      const names = heardOf(recording, reading.call).map(({ name }) => name)
      return reading.nth === undefined ? names : names[reading.nth - 1]
    }
    case 'argument':
      return valueAt(heardOf(recording, reading.call).find(({ name }) => name === reading.of)?.argument, reading.path)
    case 'event':
      return valueAt(firstEvent(recording, reading), reading.path)
    case 'at': {
      const at = firstEvent(recording, reading)?.at
      return at === undefined ? undefined : Math.round(at)
    }
    case 'count':
      return eventsOf(recording, reading.call).filter(({ type }) => type === reading.type).length
    case 'console': {
      const lines = recording.console.map(({ text }) => text)
      return reading.nth === undefined ? lines : lines[reading.nth - 1]
    }
  }
}

/** Whether a run shows what a check asks for. */
export function holds(recording: Recording, { of, operator, value }: Check): boolean {
  const found = readRecording(recording, of)
  switch (operator) {
    case 'is':
      return isSame(found, value)
    case 'is-not':
      return !isSame(found, value)
    case 'at-least':
      return typeof found === 'number' && typeof value === 'number' && found >= value
    case 'at-most':
      return typeof found === 'number' && typeof value === 'number' && found <= value
    case 'contains':
      return (Array.isArray(found) || typeof found === 'string') && typeof value === 'string' && found.includes(value)
  }
}

/** Whether a prediction is what happened. */
export function wasPredicted(recording: Recording, question: Question, prediction: ReadValue): boolean {
  const found = readRecording(recording, question.of)
  if (question.kind === 'number' && typeof found === 'number' && typeof prediction === 'number') {
    return Math.abs(found - prediction) <= (question.within ?? 0)
  }
  return isSame(found, prediction)
}

export function isSame(one: ReadValue, other: ReadValue): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

function firstEvent(recording: Recording, { call, type }: { readonly call: number; readonly type: string }) {
  return eventsOf(recording, call).find((event) => event.type === type)
}

function valueAt(from: unknown, path: string): ReadValue {
  const found = path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined
    return (value as Record<string, unknown>)[key]
  }, from)
  if (typeof found === 'object' && found !== null) return JSON.stringify(found)
  return found as ReadValue
}
