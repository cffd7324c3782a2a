import { detach } from '../../contract/cut-text.ts'
import { seqAfter, type TaskEvent } from '../../contract/event/task-event.ts'
import { toJson } from '../../contract/to-json.ts'
import { Recent } from './recent.ts'
import { textBytes } from './text-bytes.ts'

/** Events of one task, with the position of each in the order of the whole log. */
export interface PlacedEvents {
  events: TaskEvent[]
  places: number[]
}

/** Packed events: the numbers and texts in which a task differs from others of its form. */
export interface PackedEvents {
  readonly plan: Plan
  readonly numbers: readonly number[]
  readonly texts: readonly string[]
}

/** A number or a text: what differs between two tasks of the same form. */
type Leaf = number | string

/** How a value is built from leaves. */
type Form =
  | { readonly kind: 'object'; readonly keys: readonly string[]; readonly values: readonly Form[] }
  | { readonly kind: 'list'; readonly items: readonly Form[] }
  | { readonly kind: 'constant'; readonly value: boolean | null | undefined }
  | { readonly kind: 'leaf' | 'json' | 'task-id' | 'seq' }

/** What all tasks of one form share. */
interface Template {
  readonly form: readonly Form[]
  /** The leaves of the first such task, without its long texts. */
  readonly leaves: readonly Leaf[]
  /** For each leaf, the index of an earlier leaf with the same value in the first task, or -1. */
  readonly twins: Int32Array
  /** The plan of the last task. */
  plan: Plan
}

/** Where each leaf of a task is: `IN_TEMPLATE`, `OWN`, or the index of the earlier leaf that it repeats. */
interface Plan {
  readonly template: Template
  readonly sources: Int32Array
}

const IN_TEMPLATE = -1
const OWN = -2

/** Characters. A longer text belongs to one call and is never part of a template. */
const LONGEST_IN_TEMPLATE = 64
/** Characters. A longer text is not looked up in other tasks. As many as a stack may have (`Created.initiator`): all calls from one place share it. */
const LONGEST_SHARED = 2000
/** Steps. A longer form is unlikely to occur twice and is not remembered. */
const FARTHEST_FORM = 2000
/** Steps remembered for all forms together, about 4 MB. */
const STEPS_REMEMBERED = 100_000
const TEXTS_REMEMBERED = 512

/**
 * Packs the events of tasks. Two calls of the same API differ in a URL, a response and some times; the rest is a template that they share.
 * Lossless: `unpackEvents` returns what was packed.
 */
export class EventPacker {
  #first = new Step()
  #steps = 0
  readonly #texts = new Recent<string>(TEXTS_REMEMBERED)

  /** `bytes` is the heap that this packed task takes. */
  pack(placed: PlacedEvents): { readonly packed: PackedEvents; readonly bytes: number } {
    const { leaves, last, steps } = new Walk(this.#first, placed)
    let bytes = 0
    let template = last?.template
    if (!template) {
      template = makeTemplate(placed.events, leaves)
      bytes += 32 * leaves.length
      this.#remember(template, last, steps)
    }
    const plan = fitPlan(template, leaves)
    const numbers: number[] = []
    const texts: string[] = []
    for (let nth = 0; nth < leaves.length; nth++) {
      if (plan.sources[nth] !== OWN) continue
      const leaf = leaves[nth] as Leaf
      if (typeof leaf === 'number') {
        numbers.push(leaf)
        bytes += 8
      } else {
        const shared = leaf.length <= LONGEST_SHARED ? this.#texts.get(leaf) : undefined
        if (shared === undefined) {
          bytes += textBytes(leaf)
          if (leaf.length <= LONGEST_SHARED) this.#texts.set(leaf, leaf)
        }
        texts.push(shared ?? leaf)
        bytes += 4
      }
    }
    // Copied: an array that has grown has spare capacity.
    return { packed: { plan, numbers: numbers.slice(), texts: texts.slice() }, bytes }
  }

  /** Packed tasks keep their template, whether or not it is remembered for others. */
  #remember(template: Template, last: Step | undefined, steps: number): void {
    if (last) last.template = template
    this.#steps += steps
    if (this.#steps < STEPS_REMEMBERED) return
    this.#first = new Step()
    this.#steps = 0
  }
}

/** The tokens of a walk over a value, besides the names of properties. */
const [NUMBER, TEXT, JSON_TEXT, NULL, ABSENT, TRUE, FALSE, END, LIST] = [0, 1, 2, 3, 4, 5, 6, 7, 8]

/** A step on the path to a form. Two tasks take the same steps exactly if they have the same form. */
class Step {
  template: Template | undefined
  /** Most steps have one successor. */
  #token: string | number | undefined
  #next: Step | undefined
  #others: Map<string | number, Step> | undefined

  to(token: string | number): Step {
    if (this.#token === token) return this.#next as Step
    if (!this.#next) {
      this.#token = token
      this.#next = new Step()
      return this.#next
    }
    this.#others ??= new Map()
    let other = this.#others.get(token)
    if (!other) {
      other = new Step()
      this.#others.set(token, other)
    }
    return other
  }
}

/** Collects the leaves of a task in order, and finds its form. */
class Walk {
  readonly leaves: Leaf[] = []
  steps = 0
  /** `undefined` if the form is too long. */
  last: Step | undefined

  constructor(first: Step, { events, places }: PlacedEvents) {
    this.last = first
    for (let nth = 0; nth < places.length; nth++) this.leaves.push((places[nth] as number) - (places[nth - 1] ?? 0))
    for (const event of events) this.#event(event as unknown as Readonly<Record<string, unknown>>)
  }

  #event(event: Readonly<Record<string, unknown>>): void {
    for (const key of Object.keys(event)) {
      this.#step(key)
      // These two are stored elsewhere.
      if (key === 'taskId' || key === 'seq') continue
      if (key === 'given') this.#given(event[key] as Readonly<Record<string, unknown>>)
      else this.#value(event[key])
    }
    this.#step(END)
  }

  /** What the app passed may have any structure, which tells nothing about the next call. */
  #given(options: Readonly<Record<string, unknown>>): void {
    for (const option of Object.keys(options)) {
      this.#step(option)
      const value = options[option]
      if (isStructure(value)) {
        this.#step(JSON_TEXT)
        this.leaves.push(toJson(value))
      } else this.#value(value)
    }
    this.#step(END)
  }

  #value(value: unknown): void {
    if (typeof value === 'number' || typeof value === 'string') {
      this.#step(typeof value === 'number' ? NUMBER : TEXT)
      this.leaves.push(value)
    } else if (Array.isArray(value)) {
      this.#step(LIST + value.length)
      for (const item of value) this.#value(item)
    } else if (isStructure(value)) {
      for (const key of Object.keys(value)) {
        this.#step(key)
        this.#value((value as Readonly<Record<string, unknown>>)[key])
      }
      this.#step(END)
    } else this.#step(value === null ? NULL : value === undefined ? ABSENT : value ? TRUE : FALSE)
  }

  #step(token: string | number): void {
    if (!this.last) return
    this.steps++
    this.last = this.steps > FARTHEST_FORM ? undefined : this.last.to(token)
  }
}

/** Restores what `pack` packed. */
export function unpackEvents({ plan, numbers, texts }: PackedEvents, taskId: string): PlacedEvents {
  const { form, leaves } = plan.template
  const values: Leaf[] = []
  let [number, text] = [0, 0]
  for (let nth = 0; nth < leaves.length; nth++) {
    const source = plan.sources[nth] as number
    const known = leaves[nth] as Leaf
    if (source === IN_TEMPLATE) values.push(known)
    else if (source === OWN) values.push((typeof known === 'number' ? numbers[number++] : texts[text++]) as Leaf)
    else values.push(values[source] as Leaf)
  }
  let next = 0
  const places: number[] = []
  for (let nth = 0; nth < form.length; nth++) places.push((values[next++] as number) + (places[nth - 1] ?? 0))
  let seq = 0
  const build = (part: Form): unknown => {
    switch (part.kind) {
      case 'object': {
        const object = {}
        for (let nth = 0; nth < part.keys.length; nth++) setOwn(object, part.keys[nth] as string, build(part.values[nth] as Form))
        return object
      }
      case 'list':
        return part.items.map(build)
      case 'constant':
        return part.value
      case 'leaf':
        return values[next++]
      case 'json':
        return JSON.parse(values[next++] as string)
      case 'task-id':
        return taskId
      case 'seq':
        return seq
    }
  }
  const events = form.map((part) => {
    const event = build(part) as TaskEvent
    seq = seqAfter(event)
    return event
  })
  return { events, places }
}

function makeTemplate(events: readonly TaskEvent[], leaves: readonly Leaf[]): Template {
  const sources = new Int32Array(leaves.length).fill(IN_TEMPLATE)
  const twins = new Int32Array(leaves.length).fill(-1)
  const places = new Map<Leaf, number>()
  leaves.forEach((leaf, nth) => {
    const twin = places.get(leaf) ?? -1
    twins[nth] = twin
    if (twin < 0) places.set(leaf, nth)
    if (isLong(leaf)) sources[nth] = twin < 0 ? OWN : twin
  })
  const shared = leaves.map((leaf) => (isLong(leaf) ? '' : typeof leaf === 'string' ? detach(leaf) : leaf))
  const template: Omit<Template, 'plan'> & { plan?: Plan } = { form: events.map(formOfEvent), leaves: shared, twins }
  template.plan = { template: template as Template, sources }
  return template as Template
}

/** The plan of the last task if it fits; else one that also fits this task, and later ones like it. */
function fitPlan(template: Template, leaves: readonly Leaf[]): Plan {
  const { sources } = template.plan
  let wider: Int32Array | undefined
  for (let nth = 0; nth < leaves.length; nth++) {
    const source = sources[nth] as number
    const leaf = leaves[nth]
    if (source === OWN || Object.is(leaf, source === IN_TEMPLATE ? template.leaves[nth] : leaves[source])) continue
    wider ??= sources.slice()
    const twin = template.twins[nth] as number
    wider[nth] = source === IN_TEMPLATE && twin >= 0 && Object.is(leaf, leaves[twin]) ? twin : OWN
  }
  if (wider) template.plan = { template, sources: wider }
  return template.plan
}

function formOfEvent(event: TaskEvent): Form {
  const keys = Object.keys(event)
  const values = keys.map((key): Form => {
    const value = (event as unknown as Record<string, unknown>)[key]
    if (key === 'taskId') return { kind: 'task-id' }
    if (key === 'seq') return { kind: 'seq' }
    if (key !== 'given') return formOf(value)
    const options = Object.entries(value as object)
    return {
      kind: 'object',
      keys: options.map(([option]) => option),
      values: options.map(([, given]) => (isStructure(given) ? { kind: 'json' } : formOf(given))),
    }
  })
  return { kind: 'object', keys, values }
}

function formOf(value: unknown): Form {
  if (typeof value === 'number' || typeof value === 'string') return { kind: 'leaf' }
  if (!isStructure(value)) return { kind: 'constant', value: value as boolean | null | undefined }
  if (Array.isArray(value)) return { kind: 'list', items: value.map(formOf) }
  return { kind: 'object', keys: Object.keys(value), values: Object.values(value).map(formOf) }
}

function isStructure(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isLong(leaf: Leaf): boolean {
  return typeof leaf === 'string' && leaf.length > LONGEST_IN_TEMPLATE
}

/** Defines the property where an assignment would not, such as `__proto__`. */
function setOwn(object: object, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true })
  else (object as Record<string, unknown>)[key] = value
}
