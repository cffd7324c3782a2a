import { CopyButton } from '../../parts/copy-button.tsx'
import { formatCount } from '../../parts/format.ts'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { listWords } from '../../words/list-words.ts'
import { useWords } from '../../words/words.ts'

const EXAMPLE = "wx.request({ url: 'https://api.example.com/', success: console.log, fail: console.log })"

/** What stands where no row does: why the list is empty and what to do about it. */
export function EmptyList() {
  const words = useWords(listWords)
  const { source, store } = useInspector()
  const hidden = useInspectorState((state) => state.rows.size)
  const recording = useSourceState(source)?.recording ?? true
  if (hidden > 0) {
    return (
      <div className="list-empty">
        <strong>{words.noMatchTitle}</strong>
        <p>{words.noMatchText(formatCount(hidden))}</p>
        <button
          type="button"
          className="part-button"
          onClick={() => {
            store.actions.setQuery('')
            store.actions.setKind('all')
          }}
        >
          {words.clearFilter}
        </button>
      </div>
    )
  }
  if (!recording) {
    return (
      <div className="list-empty">
        <strong>{words.pausedTitle}</strong>
        <p>{words.pausedText}</p>
        {source.send && (
          <button type="button" className="part-button" onClick={() => source.send?.({ type: 'set-recording', recording: true })}>
            {words.startRecording}
          </button>
        )}
      </div>
    )
  }
  return (
    <div className="list-empty">
      <strong>{words.emptyTitle}</strong>
      <p>{words.emptyText}</p>
      <div className="list-empty-example">
        <code>{EXAMPLE}</code>
        <CopyButton text={EXAMPLE} />
      </div>
    </div>
  )
}
