import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import type { Language } from '../../../entry/words.ts'
import { type CodeEditor, createCodeEditor } from '../editor/create-editor.ts'

export interface CodePaneProps {
  readonly ref: Ref<CodeEditor>
  /** Shown whenever `edition` is another; in between the code is what was written here. */
  readonly code: string
  readonly edition: number
  readonly language: Language
  onChange(code: string): void
  /** What is written may not be the state of the screen yet. */
  onRun(code: string): void
  onTask(taskId: string): void
}

/** The editor, in a shadow root of its own. */
export function CodePane({ ref, code, edition, language, ...handlers }: CodePaneProps) {
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<CodeEditor>(undefined)
  const latest = useRef(handlers)
  const shown = useRef({ code, language })
  useEffect(() => {
    latest.current = handlers
    shown.current = { code, language }
  })
  useEffect(() => {
    if (!host.current) return
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    const parent = document.createElement('div')
    parent.className = 'code-editor'
    root.append(parent)
    const own = createCodeEditor({
      root,
      parent,
      ...shown.current,
      onChange: (next) => latest.current.onChange(next),
      onRun: (written) => latest.current.onRun(written),
      onTask: (taskId) => latest.current.onTask(taskId),
    })
    editor.current = own
    return () => {
      own.dispose()
      parent.remove()
      editor.current = undefined
    }
  }, [])
  useEffect(() => editor.current?.setLanguage(language), [language])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the edition says when
  useEffect(() => editor.current?.setCode(shown.current.code), [edition])
  useImperativeHandle(ref, () => {
    const own = () => editor.current
    return {
      setCode: (next) => own()?.setCode(next),
      setLanguage: (next) => own()?.setLanguage(next),
      mark: (lines) => own()?.mark(lines),
      clearMarks: () => own()?.clearMarks(),
      setErrors: (errors) => own()?.setErrors(errors),
      showLine: (line) => own()?.showLine(line),
      focus: () => own()?.focus(),
      dispose: () => own()?.dispose(),
    }
  }, [])
  return <div ref={host} className="code-pane" />
}
