import { lazyComponent } from '../../parts/lazy-component.tsx'
import { Segments } from '../../parts/segments.tsx'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import { listWords } from '../../words/list-words.ts'
import { useWords } from '../../words/words.ts'
import { ColumnsMenu } from '../list/columns-menu.tsx'
import { FilterBox } from './filter-box.tsx'

const LanesButton = lazyComponent(async () => (await import('../lanes/lanes-button.tsx')).LanesButton, { meanwhile: 'nothing' })

const KINDS = ['all', 'request', 'uploadFile', 'downloadFile', 'connectSocket', 'page'] as const

/** What of the calls is shown, and which columns of them. */
export function RequestTools() {
  const words = useWords(listWords)
  const { store } = useInspector()
  const kind = useInspectorState((state) => state.kind)
  return (
    <>
      <FilterBox />
      <Segments
        label={words.kinds}
        items={KINDS.map((id) => ({ id, label: words.kind[id] }))}
        selected={kind}
        onSelect={store.actions.setKind}
      />
      <span className="request-columns">
        <LanesButton />
        <ColumnsMenu />
      </span>
    </>
  )
}
