import { FolderOpen } from 'lucide-react'
import { useContext, useRef } from 'react'
import { formatCount } from '../parts/format.ts'
import { MenuButton } from '../parts/menu/menu-button.tsx'
import { useInspector, useInspectorState } from '../store/inspector-context.ts'
import { exchangeWords } from '../words/exchange-words.ts'
import { useWords } from '../words/words.ts'
import { SessionsContext } from './sessions-context.ts'

/** The calls of the list to a file, and those of a file to a list. */
export function FileMenu() {
  const words = useWords(exchangeWords)
  const sessions = useContext(SessionsContext)
  const { source, store, place } = useInspector()
  const { startReplay } = place
  const empty = useInspectorState((state) => state.rows.size === 0)
  const picker = useRef<HTMLInputElement>(null)
  const shown = useInspectorState((state) => state.rows.ids.length)
  return (
    <>
      <MenuButton
        label={words.file}
        icon={<FolderOpen size={14} aria-hidden="true" />}
        groups={[
          {
            id: 'request',
            items: source.send
              ? [{ id: 'new', label: words.newRequest, onSelect: () => store.actions.setDialog({ kind: 'request' }) }]
              : [],
          },
          {
            id: 'session',
            items: [
              ...(startReplay ? [{ id: 'replay', label: words.replay, disabled: empty, onSelect: startReplay }] : []),
              ...(sessions
                ? [{ id: 'compare', label: words.compareSessions, onSelect: () => store.actions.setDialog({ kind: 'compare-sessions' }) }]
                : []),
              { id: 'report', label: words.report, disabled: shown === 0, onSelect: () => store.actions.setDialog({ kind: 'report' }) },
            ],
          },
          {
            id: 'har',
            items: [
              ...(sessions ? [{ id: 'open', label: words.openHar, onSelect: () => picker.current?.click() }] : []),
              {
                id: 'export',
                label: words.exportHar(formatCount(shown)),
                disabled: shown === 0,
                onSelect: () => store.actions.setDialog({ kind: 'har' }),
              },
            ],
          },
        ].filter(({ items }) => items.length > 0)}
      />
      <input
        ref={picker}
        type="file"
        hidden
        accept=".har,.json,application/json"
        aria-label={words.openHar}
        onChange={({ target }) => {
          const file = target.files?.[0]
          // The same file can be chosen again.
          target.value = ''
          if (file) sessions?.open(file)
        }}
      />
    </>
  )
}
