import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { formatCount } from '../../parts/format.ts'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { listWords } from '../../words/list-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './empty-list.css?inline'

addStyles(styles)

/** A call that is answered well: by a rule for just this URL, else by the server of the page. */
function exampleFor(rules: readonly MockRule[]): string {
  const isPlain = ({ enabled, respond, when: { all = [], any = [], api = 'request', method = 'GET', url } }: MockRule) =>
    enabled &&
    'kind' in respond &&
    respond.kind === 'response' &&
    (respond.status ?? 200) < 400 &&
    api === 'request' &&
    method === 'GET' &&
    all.length + any.length === 0 &&
    /^https?:\/\/[^:*]+$/.test(url)
  const { href, protocol } = globalThis.location
  const ownUrl = protocol.startsWith('http') ? href.replace(/#.*/s, '') : 'https://api.example.com/'
  return `wx.request({ url: ${JSON.stringify(rules.find(isPlain)?.when.url ?? ownUrl)}, success: console.log, fail: console.log })`
}

/** What stands where no row does: why the list is empty and what to do about it. */
export function EmptyList() {
  const words = useWords(listWords)
  const { source, store } = useInspector()
  const hidden = useInspectorState((state) => state.rows.size)
  const { recording = true, rules = [] } = useSourceState(source) ?? {}
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
  const example = exampleFor(rules)
  return (
    <div className="list-empty">
      <strong>{words.emptyTitle}</strong>
      <p>{words.emptyText}</p>
      <div className="list-empty-example">
        <code>{example}</code>
        <CopyButton text={example} />
      </div>
    </div>
  )
}
