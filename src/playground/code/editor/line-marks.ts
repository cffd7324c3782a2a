import {
  type ChangeDesc,
  ChangeSet,
  type EditorState,
  RangeSet,
  RangeSetBuilder,
  StateEffect,
  StateField,
  type Text,
} from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, GutterMarker, gutter, WidgetType } from '@codemirror/view'

/** What a line says about the calls that it makes, or the callback that it holds. */
export interface LineMark {
  readonly kind: 'call' | 'callback' | 'held' | 'error'
  readonly text: string
  /** Changes with each event, so that the line is lit anew. */
  readonly turn: number
  /** The call that a press on the text leads to. */
  readonly taskId?: string
}

interface Marks {
  /** The code that ran, and what was written since: marks stay with their lines. */
  readonly doc: Text
  readonly since: ChangeDesc
  readonly lines: ReadonlyMap<number, LineMark>
}

/** A run begins: there are no marks. */
export const clearMarks = StateEffect.define<null>()
/** Marks by the lines of the code that ran. */
export const setMarks = StateEffect.define<ReadonlyMap<number, LineMark>>()

const none = (state: EditorState): Marks => ({ doc: state.doc, since: ChangeSet.empty(state.doc.length).desc, lines: new Map() })

const SYMBOLS: Readonly<Record<LineMark['kind'], string>> = { call: '●', callback: '◆', held: '▮▮', error: '▲' }

/** Marks beside lines of the code, lit for a moment when they change. `onPress` gets the task of a text that was pressed. */
export function lineMarks(onPress: (taskId: string) => void) {
  const field = StateField.define<Marks>({
    create: none,
    update(marks, { changes, docChanged, effects, state }) {
      let next = docChanged ? { ...marks, since: marks.since.composeDesc(changes.desc) } : marks
      for (const effect of effects) {
        if (effect.is(clearMarks)) next = none(state)
        else if (effect.is(setMarks)) next = { ...next, lines: effect.value }
      }
      return next
    },
    provide: (own) => EditorView.decorations.from(own, decorationsOf),
  })

  /** Each marked line that is still there, from top to bottom. */
  function* placed({ doc, lines, since }: Marks, state?: EditorState): Iterable<readonly [from: number, mark: LineMark]> {
    const found = new Map<number, LineMark>()
    for (const [line, mark] of lines) {
      if (line < 1 || line > doc.lines) continue
      const pos = since.mapPos(doc.line(line).from, 1)
      found.set(state ? state.doc.lineAt(Math.min(pos, state.doc.length)).from : pos, mark)
    }
    yield* [...found].sort(([one], [other]) => one - other)
  }

  function decorationsOf(marks: Marks): (view: EditorView) => DecorationSet {
    return ({ state }) => {
      const builder = new RangeSetBuilder<Decoration>()
      for (const [from, mark] of placed(marks, state)) {
        const line = state.doc.lineAt(from)
        builder.add(line.from, line.from, Decoration.line({ class: `cm-marked is-${mark.kind} is-turn-${mark.turn % 2}` }))
        builder.add(line.to, line.to, Decoration.widget({ widget: new MarkText(mark, onPress), side: 1 }))
      }
      return builder.finish()
    }
  }

  return [
    field,
    gutter({
      class: 'cm-marks',
      markers(view) {
        const marks = view.state.field(field)
        return RangeSet.of([...placed(marks, view.state)].map(([from, mark]) => new MarkSign(mark.kind).range(from)))
      },
      initialSpacer: () => new MarkSign('call'),
    }),
  ]
}

class MarkSign extends GutterMarker {
  readonly kind: LineMark['kind']
  constructor(kind: LineMark['kind']) {
    super()
    this.kind = kind
  }
  override eq(other: MarkSign) {
    return other.kind === this.kind
  }
  override toDOM() {
    const sign = document.createElement('span')
    sign.className = `cm-sign is-${this.kind}`
    sign.textContent = SYMBOLS[this.kind]
    return sign
  }
}

class MarkText extends WidgetType {
  readonly mark: LineMark
  readonly onPress: (taskId: string) => void
  constructor(mark: LineMark, onPress: (taskId: string) => void) {
    super()
    this.mark = mark
    this.onPress = onPress
  }
  override eq({ mark }: MarkText) {
    return mark.text === this.mark.text && mark.taskId === this.mark.taskId && mark.kind === this.mark.kind
  }
  override toDOM() {
    const { kind, taskId, text } = this.mark
    const element = document.createElement('span')
    element.className = `cm-mark-text is-${kind}`
    element.textContent = text
    if (taskId !== undefined) element.addEventListener('click', () => this.onPress(taskId))
    return element
  }
  override ignoreEvent() {
    return true
  }
}
