import { Info, Undo2, X } from 'lucide-react'
import type { Notice } from '../../contract/panel-source.ts'
import { formatCount } from '../parts/format.ts'
import { lazyComponent } from '../parts/lazy-component.tsx'
import { useInspector, useInspectorState } from '../store/inspector-context.ts'
import { useSourceState } from '../store/use-source-state.ts'
import { listWords } from '../words/list-words.ts'
import { useWords } from '../words/words.ts'

/** Long texts that are seldom needed. Where they do not come, the code of the notice is better than nothing. */
const NoticeText = lazyComponent(async () => (await import('./notice-text.tsx')).NoticeText, {
  meanwhile: 'nothing',
  Otherwise: ({ notice }: { readonly notice: Notice }) => <code>{notice.code}</code>,
})

/** What the person should know and can act on: an undo after a clear, and notices of the source and of the panel's own storage. */
export function NoticesBar() {
  const words = useWords(listWords)
  const { source, store } = useInspector()
  const state = useSourceState(source)
  const trouble = useInspectorState((inspector) => inspector.trouble)
  const refusal = useInspectorState((inspector) => inspector.refusal)
  const notices: readonly Notice[] = state?.notices ?? []
  const own = trouble !== undefined && !notices.some((notice) => notice.code === trouble)
  if (!state?.canRestore && notices.length === 0 && !own && !refusal) return null
  return (
    <section className="notices" aria-label={words.notices}>
      {state?.canRestore && source.send && (
        <p className="notice" role="status">
          {state.removed === undefined ? words.cleared : words.removed(formatCount(state.removed))}
          <button type="button" className="part-button" onClick={() => source.send?.({ type: 'restore' })}>
            <Undo2 size={13} aria-hidden="true" />
            {words.undo}
          </button>
        </p>
      )}
      {notices.map((notice) => (
        <NoticeLine
          key={notice.code}
          notice={notice}
          onDismiss={
            source.send &&
            (() => {
              source.send?.({ type: 'dismiss-notice', code: notice.code })
              // The panel's own storage may have told the same.
              if (trouble === notice.code) store.actions.setTrouble(undefined)
            })
          }
        />
      ))}
      {refusal && <NoticeLine notice={refusal} onDismiss={() => store.actions.setRefusal(undefined)} />}
      {own && <NoticeLine notice={{ code: trouble }} onDismiss={() => store.actions.setTrouble(undefined)} />}
    </section>
  )
}

interface NoticeLineProps {
  readonly notice: Notice
  readonly onDismiss: (() => void) | undefined
}

function NoticeLine({ notice, onDismiss }: NoticeLineProps) {
  const words = useWords(listWords)
  return (
    <p className="notice" role="status">
      <Info size={14} aria-hidden="true" className="notice-icon" />
      <span className="notice-text">
        <NoticeText notice={notice} /> {notice.detail && <code>{notice.detail}</code>}
      </span>
      {onDismiss && (
        <button type="button" className="part-icon-button" aria-label={words.dismiss} title={words.dismiss} onClick={onDismiss}>
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </p>
  )
}
