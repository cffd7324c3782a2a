import { useLayoutEffect, useState } from 'react'
import { watchSize } from '../../parts/watch-size.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'
import { RuleEditor } from '../plain/editors.ts'
import { mocksOf, useMocks } from '../rules/mocks-state.ts'
import styles from './mocks.css?inline'
import { MocksSummary } from './mocks-summary.tsx'
import { RuleList } from './rule-list.tsx'
import { ScenarioBar } from './scenario-bar.tsx'

addStyles(styles)

/** px. In less the editor takes the place of the list: beside it there would be too little room. */
const BESIDE_FROM = 720

/** The rules, and an editor of the one that is open. */
export function MocksView() {
  const words = useWords(mocksViewWords)
  const { source, store } = useInspector()
  const [view, setView] = useState<HTMLElement | null>(null)
  const [narrow, setNarrow] = useState(false)
  const rules = useSourceState(source)?.rules
  const opened = useMocks((state) => state.opened)
  useLayoutEffect(() => (view ? watchSize(view, () => setNarrow(view.clientWidth < BESIDE_FROM)) : undefined), [view])
  if (!rules) return <p className="part-note">{words.noRules}</p>
  const rule = rules.find(({ id }) => id === opened)
  const open = (id: string | undefined) => mocksOf(store).setState({ opened: id, toEditor: true })
  return (
    <section ref={setView} className="mocks" aria-label={words.title}>
      <ScenarioBar rules={rules} />
      <div className="mocks-panes">
        {(!narrow || !rule) && <RuleList rules={rules} opened={rule?.id} onOpen={open} />}
        {rule && <RuleEditor key={rule.id} rule={rule} onClose={() => mocksOf(store).setState({ opened: undefined, toRow: rule.id })} />}
      </div>
      <MocksSummary rules={rules} />
    </section>
  )
}
