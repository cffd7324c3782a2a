import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete'
import { history } from '@codemirror/commands'
import { json as jsonLanguage } from '@codemirror/lang-json'
import { bracketMatching, indentOnInput } from '@codemirror/language'
import { setDiagnostics } from '@codemirror/lint'
import { Annotation, EditorState } from '@codemirror/state'
import { drawSelection, EditorView, keymap, lineNumbers, tooltips } from '@codemirror/view'
import { useEffect, useRef, useState } from 'react'
import type { Json } from '../../../contract/event/json.ts'
import { mockEditorWords } from '../../words/mock-editor-words.ts'
import { useWords } from '../../words/words.ts'
import { prettyJson } from '../json/pretty-json.ts'
import { TextEditor, type TextEditorProps } from '../text/text-editor.tsx'
import { TextFault } from '../text/text-fault.tsx'
import { useTextDraft } from '../text/use-text-draft.ts'
import { viewOf } from '../view-of.ts'
import { codeKeys } from './code-keys.ts'
import { codeTheme } from './code-theme.ts'
import { completeJson } from './complete-json.ts'
import { plainTyping } from './plain-typing.ts'

/** Marks a change that nobody typed. */
const fromOutside = Annotation.define<boolean>()

export interface JsonCodeProps extends TextEditorProps {
  /** What keys and values are offered from. */
  readonly samples: () => readonly Json[]
}

/** JSON as code, with the keys and values that `samples` have. */
export function JsonCode(props: JsonCodeProps) {
  const [refused, setRefused] = useState(false)
  return refused ? <TextEditor {...props} /> : <Code {...props} onRefused={() => setRefused(true)} />
}

function Code({ text, json, label, readOnly, samples, onChange, onDraft, onRefused }: JsonCodeProps & { readonly onRefused: () => void }) {
  const words = useWords(mockEditorWords)
  const host = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<EditorView>()
  const shown = json && !text.includes('\n') ? prettyJson(json) : text
  const draft = useTextDraft({ text, shown, isJson: true, onChange, onDraft })
  const latest = useRef({ draft, samples, onRefused })
  latest.current = { draft, samples, onRefused }
  const name = label ?? words.json
  const { value, fault } = draft

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text comes by the effect below
  useEffect(() => {
    const parent = host.current
    const root = parent?.getRootNode()
    if (!parent) return undefined
    let made: EditorView
    try {
      made = createView({
        parent,
        root: root instanceof viewOf(parent).ShadowRoot ? root : parent.ownerDocument,
        text: value,
        name,
        readOnly,
        samples: () => latest.current.samples(),
        onType: (next) => latest.current.draft.type(next),
        onBlur: () => latest.current.draft.leave(),
        // What cannot be kept would be lost with the details that Escape closes.
        onEscape: () => latest.current.draft.fault !== undefined,
      })
    } catch {
      // Its styles belong to the document in which it was first shown, and the panel has moved to another one.
      latest.current.onRefused()
      return undefined
    }
    setView(made)
    return () => made.destroy()
  }, [name, readOnly])

  useEffect(() => {
    if (!view || view.state.doc.toString() === value) return
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value }, annotations: fromOutside.of(true) })
  }, [view, value])
  useEffect(() => {
    if (!view) return
    const { length } = view.state.doc
    const from = Math.min(fault?.at ?? length, length)
    view.dispatch(
      setDiagnostics(view.state, fault ? [{ from, to: Math.min(from + 1, length), severity: 'error', message: fault.message }] : []),
    )
  }, [view, fault])

  const goTo = (at: number) => {
    view?.dispatch({ selection: { anchor: Math.min(at, view.state.doc.length) }, scrollIntoView: true })
    view?.focus()
  }
  return (
    <div className="text-editor">
      <div ref={host} className="text-editor-code" data-draft={draft.draft === undefined ? undefined : ''} />
      {fault && <TextFault fault={fault} onGoTo={goTo} />}
    </div>
  )
}

interface ViewOptions {
  readonly parent: HTMLElement
  readonly root: Document | ShadowRoot
  readonly text: string
  readonly name: string
  readonly readOnly: boolean
  readonly samples: () => readonly Json[]
  readonly onType: (text: string) => void
  readonly onBlur: () => void
  /** Tells whether the key goes no further. */
  readonly onEscape: () => boolean
}

function createView({ parent, root, text, name, readOnly, samples, onType, onBlur, onEscape }: ViewOptions): EditorView {
  return new EditorView({
    root,
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        EditorState.tabSize.of(2),
        EditorState.readOnly.of(readOnly),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        tooltips({ parent }),
        jsonLanguage(),
        autocompletion({ override: [completeJson(samples)] }),
        plainTyping,
        codeTheme,
        // What can be edited can have the focus; the attribute says so to those who look for it.
        EditorView.contentAttributes.of({ 'aria-label': name, tabindex: '0' }),
        EditorView.updateListener.of(({ docChanged, state, transactions }) => {
          if (docChanged && !transactions.some((each) => each.annotation(fromOutside))) onType(state.doc.toString())
        }),
        EditorView.domEventHandlers({ blur: onBlur }),
        // Completions take Escape first.
        keymap.of([...completionKeymap, { key: 'Escape', run: onEscape, stopPropagation: true }, ...codeKeys]),
      ],
    }),
  })
}
