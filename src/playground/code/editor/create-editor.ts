import { autocompletion, closeBrackets } from '@codemirror/autocomplete'
import { history, isolateHistory } from '@codemirror/commands'
import { javascript, javascriptLanguage, localCompletionSource } from '@codemirror/lang-javascript'
import { bracketMatching, indentOnInput } from '@codemirror/language'
import { lintKeymap, setDiagnostics } from '@codemirror/lint'
import { Compartment, EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers, tooltips } from '@codemirror/view'
import type { Language } from '../../../entry/words.ts'
import { codeKeys } from '../../../panel/parts/code/code-keys.ts'
import { plainTyping } from '../../../panel/parts/code/plain-typing.ts'
import { codeWords } from '../../words/code-words.ts'
import type { CodePlace } from '../sandbox/messages.ts'
import { editorTheme } from './editor-theme.ts'
import { clearMarks, type LineMark, lineMarks, setMarks } from './line-marks.ts'
import { completeWx, explainWx } from './wx-completion.ts'

/** An error of the program, where it is. */
export interface CodeError {
  readonly place: CodePlace
  readonly message: string
}

export interface CodeEditorOptions {
  /** In its own shadow root, which takes the style sheets of the editor: a strict page would refuse them. */
  readonly parent: HTMLElement
  readonly root: ShadowRoot
  readonly code: string
  readonly language: Language
  onChange(code: string): void
  onRun(code: string): void
  /** Someone pressed what a line says about a call. */
  onTask(taskId: string): void
}

export interface CodeEditor {
  /** Replaces the whole code; the marks go. */
  setCode(code: string): void
  setLanguage(language: Language): void
  /** By the lines of the code that ran. */
  mark(lines: ReadonlyMap<number, LineMark>): void
  clearMarks(): void
  setErrors(errors: readonly CodeError[]): void
  showLine(line: number): void
  focus(): void
  dispose(): void
}

export function createCodeEditor({ code, language, onChange, onRun, onTask, parent, root }: CodeEditorOptions): CodeEditor {
  const inLanguage = new Compartment()
  const worded = (now: Language) => [
    EditorView.contentAttributes.of({ 'aria-label': codeWords[now].editor, 'aria-description': codeWords[now].tabHint }),
    autocompletion({ override: [completeWx(now), localCompletionSource], icons: true }),
    explainWx(now),
  ]
  const view = new EditorView({
    root,
    parent,
    state: EditorState.create({
      doc: code,
      extensions: [
        lineMarks(onTask),
        lineNumbers(),
        history(),
        drawSelection(),
        EditorState.tabSize.of(2),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        EditorView.lineWrapping,
        tooltips({ parent }),
        javascript(),
        javascriptLanguage.data.of({ closeBrackets: { brackets: ['(', '[', '{', "'", '"', '`'] } }),
        plainTyping,
        editorTheme,
        inLanguage.of(worded(language)),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) onChange(state.doc.toString())
        }),
        keymap.of([
          {
            key: 'Mod-Enter',
            run({ state }) {
              onRun(state.doc.toString())
              return true
            },
          },
          ...lintKeymap,
          ...codeKeys,
        ]),
      ],
    }),
  })

  return {
    setCode(next) {
      if (next === view.state.doc.toString()) return
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: next },
        effects: clearMarks.of(null),
        selection: { anchor: 0 },
        // One step of its own: Undo brings back what was written last.
        annotations: isolateHistory.of('full'),
      })
      view.dispatch(setDiagnostics(view.state, []))
    },
    setLanguage: (next) => view.dispatch({ effects: inLanguage.reconfigure(worded(next)) }),
    mark: (lines) => view.dispatch({ effects: setMarks.of(lines) }),
    clearMarks: () => view.dispatch({ effects: clearMarks.of(null) }),
    setErrors(errors) {
      const found = errors.map(({ message, place }) => {
        const line = view.state.doc.line(Math.min(Math.max(place.line, 1), view.state.doc.lines))
        const from = Math.min(line.from + Math.max(place.column - 1, 0), line.to)
        const word = view.state.wordAt(from)
        return { from, to: Math.max(from, Math.min(word?.to ?? line.to, line.to)), severity: 'error' as const, message }
      })
      view.dispatch(setDiagnostics(view.state, found))
    },
    showLine(line) {
      const { from } = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines))
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) })
      view.focus()
    },
    focus: () => view.focus(),
    dispose: () => view.destroy(),
  }
}
