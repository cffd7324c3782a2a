import './code.css'
import './console.css'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Theme } from '../../../entry/inspector/inspector-types.ts'
import { type Language, useWords } from '../../../entry/words.ts'
import { codeWords } from '../../words/code-words.ts'
import type { CodeEditor } from '../editor/create-editor.ts'
import { type LineStory, tellLines } from '../editor/mark-lines.ts'
import { codeOfExample, EXAMPLES, type Example } from '../examples/examples.ts'
import { type Draft, readDraft, saveDraft } from '../share/kept-draft.ts'
import { hasCode, readCodeHash } from '../share/share-code.ts'
import { AskFirst } from './ask-first.tsx'
import { CodePane } from './code-pane.tsx'
import { CodeToolbar } from './code-toolbar.tsx'
import { ConsoleView } from './console-view.tsx'
import { usePlayground } from './use-playground.ts'

const PARTS = ['code', 'console', 'panel'] as const
type Part = (typeof PARTS)[number]

/** Code that came with a link: being read, unreadable, or to be asked about. */
type Arrival = 'none' | 'bad' | 'asks'

const storage = () => localStorage

/** Write a program, run it, and see its calls beside it. On a narrow page one part at a time. */
export function CodeScreen({ language, theme }: { readonly language: Language; readonly theme: Theme }) {
  const words = useWords(codeWords)
  const { inspector, panelElement, runner } = usePlayground(language, theme)
  const run = useSyncExternalStore(
    useCallback((draw) => onceAFrame(runner.subscribe, draw), [runner]),
    () => runner.run,
  )
  const [{ code, example }, setDraft] = useState(() => readDraft(storage) ?? draftOf(EXAMPLES[0], language))
  const [edition, setEdition] = useState(0)
  const [arrival, setArrival] = useState<Arrival>('none')
  const [part, setPart] = useState<Part>('code')
  const editor = useRef<CodeEditor>(null)
  const askRun = useRef<HTMLButtonElement>(null)
  const story = useRef<LineStory>(undefined)
  const running = run?.status === 'running'

  const panelSlot = useCallback((slot: HTMLElement | null) => slot?.append(panelElement), [panelElement])

  const show = useCallback((draft: Draft) => {
    setDraft(draft)
    setEdition((before) => before + 1)
  }, [])

  // The code of a link is shown, and not kept before someone has run or changed it.
  useEffect(() => {
    const read = () => {
      if (!hasCode(location.hash)) return
      void readCodeHash(location.hash).then((shared) => {
        if (shared !== undefined) show({ code: shared, example: 'shared' })
        setArrival(shared === undefined ? 'bad' : 'asks')
      })
    }
    read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [show])

  const write = (next: string, from = example) => {
    setDraft({ code: next, example: from })
    if (arrival !== 'asks') saveDraft({ code: next, example: from }, storage)
  }
  const leaveLink = () => {
    setArrival('none')
    if (hasCode(location.hash)) history.replaceState(null, '', `${location.pathname}${location.search}`)
  }
  const start = (written: string) => {
    story.current = tellLines(written, language)
    editor.current?.clearMarks()
    editor.current?.setErrors([])
    void runner.start(written, { missing: words.missing, refused: words.refused })
  }
  const runNow = (written: string) => {
    if (arrival === 'asks') askRun.current?.focus()
    else start(written)
  }
  const choose = (id: string) => {
    const chosen = EXAMPLES.find((each) => each.id === id)
    if (!chosen) return
    runner.stop()
    leaveLink()
    const next = draftOf(chosen, language)
    show(next)
    saveDraft(next, storage)
  }

  // What happens is drawn with the next frame, however much it is.
  useEffect(() => {
    const tell = (draw: () => void) =>
      runner.onHappening((happening) => {
        story.current?.add(happening)
        draw()
      })
    return onceAFrame(tell, () => {
      if (story.current) editor.current?.mark(new Map(story.current.lines))
    })
  }, [runner])

  const errors = run?.console.filter((entry) => entry.kind === 'threw' && entry.place !== undefined).length ?? 0
  useEffect(() => {
    if (errors === 0) return
    const thrown = (runner.run?.console ?? []).flatMap((entry) =>
      entry.kind === 'threw' && entry.place ? [{ message: entry.message, place: entry.place }] : [],
    )
    for (const { message, place } of thrown) story.current?.fail(place.line, message)
    if (story.current) editor.current?.mark(new Map(story.current.lines))
    editor.current?.setErrors(thrown)
  }, [errors, runner])

  const onLine = (line: number) => {
    setPart('code')
    requestAnimationFrame(() => editor.current?.showLine(line))
  }
  const counts: Readonly<Record<Part, number>> = { code: 0, console: run?.console.length ?? 0, panel: run?.calls ?? 0 }

  return (
    <div className="code-screen" data-part={part}>
      <nav className="screen-switch code-parts" aria-label={words.parts}>
        {PARTS.map((each) => (
          <button key={each} type="button" aria-pressed={each === part} onClick={() => setPart(each)}>
            {words[each]}
            {counts[each] > 0 && <span>{counts[each]}</span>}
          </button>
        ))}
      </nav>
      <div className="code-side">
        <CodeToolbar
          code={code}
          example={example}
          running={running}
          changedSince={run && run.code !== code ? run.number : undefined}
          onRun={() => runNow(code)}
          onStop={runner.stop}
          onReset={() => choose(example)}
          onExample={choose}
        />
        {arrival === 'asks' && (
          <AskFirst
            ref={askRun}
            reachesNetwork={inspector.settings.unmatched !== 'fail'}
            onRun={() => {
              leaveLink()
              saveDraft({ code, example }, storage)
              start(code)
            }}
            onDiscard={() => {
              leaveLink()
              show(readDraft(storage) ?? draftOf(EXAMPLES[0], language))
            }}
          />
        )}
        {arrival === 'bad' && (
          <p className="ask-first" role="alert">
            {words.badLink}
            <button type="button" className="code-button" onClick={leaveLink}>
              {words.close}
            </button>
          </p>
        )}
        <CodePane
          ref={editor}
          code={code}
          edition={edition}
          language={language}
          onChange={write}
          onRun={runNow}
          onTask={(taskId) => {
            setPart('panel')
            inspector.show({ taskId })
          }}
        />
        <ConsoleView run={run} onClear={runner.clearConsole} onLine={onLine} />
      </div>
      <div className="code-panel" ref={panelSlot} />
    </div>
  )
}

/** A program may print a thousand lines at once: they are drawn together. */
function onceAFrame(subscribe: (listener: () => void) => () => void, draw: () => void): () => void {
  let frame = 0
  const stop = subscribe(() => {
    frame ||= requestAnimationFrame(() => {
      frame = 0
      draw()
    })
  })
  return () => {
    stop()
    cancelAnimationFrame(frame)
  }
}

function draftOf(example: Example | undefined, language: Language) {
  return { example: example?.id ?? '', code: example ? codeOfExample(example, language) : '' }
}
