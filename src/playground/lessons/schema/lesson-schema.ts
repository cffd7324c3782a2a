import * as v from 'valibot'
import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import { objectMessage } from '../../../contract/parse/parse-words.ts'
import type { SettingsPatch } from '../../../contract/settings-patch.ts'

/** Both languages. A part between backquotes is set as code. */
const TextSchema = v.strictObject({ zh: v.pipe(v.string(), v.minLength(1)), en: v.pipe(v.string(), v.minLength(1)) })

const Call = v.pipe(v.number(), v.integer(), v.minValue(1))

/** A fact that is read off a recorded run. Calls count from 1, in the order in which they were made. */
const ReadingSchema = v.variant('read', [
  /** The names of the callbacks that ran for a call, in order; with `nth`, from 1, one of them. */
  v.strictObject({ read: v.literal('heard'), call: Call, nth: v.optional(Call) }),
  /** A value in what the first call of a callback got: `of: 'fail', path: 'errMsg'`. */
  v.strictObject({ read: v.literal('argument'), call: Call, of: v.string(), path: v.string() }),
  /** A value in the first event of this type: `type: 'failed', path: 'error.kind'`. */
  v.strictObject({ read: v.literal('event'), call: Call, type: v.string(), path: v.string() }),
  /** The moment of the first event of this type, in whole ms. */
  v.strictObject({ read: v.literal('at'), call: Call, type: v.string() }),
  /** How many events of this type there were, of one call or of all. */
  v.strictObject({ read: v.literal('count'), type: v.string(), call: v.optional(Call) }),
  /** What the code wrote, line by line; with `nth` one line. */
  v.strictObject({ read: v.literal('console'), nth: v.optional(Call) }),
])

/** A value that a reading gives, or that a person predicted. */
export const ValueSchema = v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(v.string())])

/** Something that a run must show. */
const CheckSchema = v.strictObject({
  of: ReadingSchema,
  operator: v.picklist(['is', 'is-not', 'at-least', 'at-most', 'contains']),
  value: ValueSchema,
})

/** A prediction, and where a run tells what came instead. `answer` is what the text claims: the tests hold it against the run. */
const QuestionSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('choice'),
    ask: TextSchema,
    /** `value` is what the reading gives when this one was right. */
    options: v.pipe(v.array(v.strictObject({ value: ValueSchema, label: TextSchema })), v.minLength(2), v.maxLength(4)),
    of: ReadingSchema,
    answer: ValueSchema,
  }),
  v.strictObject({
    kind: v.literal('order'),
    ask: TextSchema,
    /** As they lie on the table at first: not in the right order. */
    cards: v.pipe(v.array(v.string()), v.minLength(2)),
    of: ReadingSchema,
    answer: v.array(v.string()),
  }),
  v.strictObject({
    kind: v.literal('number'),
    ask: TextSchema,
    unit: TextSchema,
    /** How far off still counts as the same. Default: 0. */
    within: v.optional(v.number()),
    of: ReadingSchema,
    answer: v.number(),
  }),
])

const RulesSchema = v.array(v.custom<MockRule>((value) => typeof value === 'object' && value !== null))

/** What answers, and in which environment. Whoever runs it checks rules and settings as everywhere (contract/parse, wechat/settings). */
const ScenarioSchema = v.strictObject({
  rules: RulesSchema,
  settings: v.optional(v.custom<SettingsPatch>((value) => typeof value === 'object' && value !== null)),
  /** The app is sent to the background at this moment, ms, and stays there. */
  hiddenAt: v.optional(v.number()),
})

/** One way to change the run. */
const VariationSchema = v.strictObject({
  label: TextSchema,
  /** Shown when the goal was missed. */
  hint: v.optional(TextSchema),
  scenario: v.optional(v.partial(ScenarioSchema)),
  /** Parts of the code, and what stands there instead. */
  code: v.optional(v.array(v.strictObject({ from: v.pipe(v.string(), v.minLength(1)), to: v.string() }))),
})

export const LessonSchema = v.strictObject({
  /** The last part of a link: `?lesson=not-found`. */
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
  part: v.picklist(['results', 'data', 'domains', 'flow']),
  /** About how long it takes. */
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  title: TextSchema,
  /** What was learnt, in one line. */
  lesson: TextSchema,
  story: TextSchema,
  /** JavaScript. It has `wx`, `console` and `setTimeout`, and runs as it stands. */
  code: v.string(),
  scenario: ScenarioSchema,
  questions: v.pipe(v.array(QuestionSchema), v.minLength(1), v.maxLength(3)),
  /** What the text claims: every run of the code as it stands shows all of it. */
  claims: v.pipe(v.array(CheckSchema), v.minLength(1)),
  /** What to say at a moment of this run, by type of event or name of callback, in place of the common words. */
  notes: v.optional(v.record(v.string(), TextSchema)),
  why: v.strictObject({
    text: TextSchema,
    /** Rules of docs/wechat.md. `sure` is said there: documented, observed, inferred. */
    rules: v.pipe(v.array(v.strictObject({ id: v.string(), sure: v.picklist(['D', 'O', 'I']) })), v.minLength(1)),
    /** Opened in a tab of its own, so it may be no script. */
    source: v.pipe(v.string(), v.url(), v.startsWith('https://')),
  }),
  vary: v.strictObject({
    goal: TextSchema,
    options: v.pipe(v.array(VariationSchema), v.minLength(2), v.maxLength(4)),
    check: v.pipe(v.array(CheckSchema), v.minLength(1)),
    /** Shown when the goal was reached. */
    reached: TextSchema,
  }),
})

export type Lesson = v.InferOutput<typeof LessonSchema>
export type LessonPart = Lesson['part']
export type LessonText = v.InferOutput<typeof TextSchema>
export type Question = v.InferOutput<typeof QuestionSchema>
export type Reading = v.InferOutput<typeof ReadingSchema>
export type Check = v.InferOutput<typeof CheckSchema>
export type Variation = v.InferOutput<typeof VariationSchema>
export type ReadValue = v.InferOutput<typeof ValueSchema> | undefined

/** What is wrong with a lesson, and where; empty for a good one. */
export function findFaults(lesson: unknown): readonly { readonly path: string; readonly message: string }[] {
  const result = v.safeParse(LessonSchema, lesson)
  if (result.success) return []
  return result.issues.map((issue) => ({
    path: v.getDotPath(issue) ?? '',
    message: issue.expected === 'never' || issue.received === 'undefined' ? objectMessage(issue) : issue.message,
  }))
}
