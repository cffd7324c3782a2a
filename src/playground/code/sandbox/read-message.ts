import * as v from 'valibot'
import { type FromFrame, type FromProgram, PRINT_LEVELS, type PrintedValue } from './messages.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const place = v.exactOptional(v.object({ line: count, column: count }))
const text = v.pipe(v.string(), v.maxLength(200_000))

const printed: v.GenericSchema<PrintedValue> = v.object({
  kind: v.picklist(['text', 'number', 'literal', 'function', 'error', 'list', 'object', 'bytes']),
  text,
  entries: v.exactOptional(v.pipe(v.array(v.tuple([text, v.lazy(() => printed)])), v.maxLength(200))),
  more: v.exactOptional(count),
})

const FORMS: v.GenericSchema<FromProgram | FromFrame> = v.variant('type', [
  v.object({ type: v.picklist(['started', 'loaded', 'silenced', 'frame-ready', 'frame-alive']) }),
  v.object({
    type: v.literal('invoke'),
    id: count,
    target: count,
    method: text,
    given: v.pipe(v.array(v.unknown()), v.maxLength(5)),
    functions: v.pipe(
      v.array(v.object({ id: count, argument: v.pipe(count, v.maxValue(4)), option: v.exactOptional(text) })),
      v.maxLength(100),
    ),
    place,
  }),
  v.object({ type: v.literal('print'), level: v.picklist(PRINT_LEVELS), values: v.pipe(v.array(printed), v.maxLength(100)), place }),
  v.object({ type: v.literal('threw'), message: text, place }),
  v.object({ type: v.literal('waiting'), count }),
  v.object({ type: v.literal('ran'), call: count }),
  v.object({ type: v.literal('broken'), message: text, place: v.object({ line: count, column: count }) }),
  v.object({ type: v.literal('killed'), why: v.picklist(['no-answer', 'flood']) }),
])

/** A message out of the frame; `undefined` for anything else, since a program can write what it wants. */
export function readMessage(data: unknown): FromProgram | FromFrame | undefined {
  try {
    const read = v.safeParse(FORMS, data)
    return read.success ? read.output : undefined
  } catch {
    // Nested too deep to be read.
    return undefined
  }
}
