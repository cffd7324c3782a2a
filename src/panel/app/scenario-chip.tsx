import { Clapperboard } from 'lucide-react'
import { changeMocks } from '../mocks/rules/mocks-state.ts'
import { MenuButton } from '../parts/menu/menu-button.tsx'
import { useInspector } from '../store/inspector-context.ts'
import { useSourceState } from '../store/use-source-state.ts'
import { mockWords } from '../words/mock-words.ts'
import { useWords } from '../words/words.ts'

/** The scenario in use, and the choice of another. Not there before there is one. */
export function ScenarioChip() {
  const words = useWords(mockWords)
  const { source, store } = useInspector()
  const state = useSourceState(source)
  const scenarios = state?.scenarios ?? []
  if (!source.send || scenarios.length === 0) return null
  const used = scenarios.find(({ id }) => id === state?.scenario)
  return (
    <MenuButton
      label={words.scenario}
      icon={<Clapperboard size={13} aria-hidden="true" />}
      value={used?.name ?? words.asCoded}
      unusual={used !== undefined}
      groups={[
        {
          id: 'scenarios',
          items: [{ id: '', name: words.asCoded }, ...scenarios].map(({ id, name }) => ({
            id: `scenario ${id}`,
            label: name,
            kind: 'radio' as const,
            checked: (used?.id ?? '') === id,
            onSelect: () => void changeMocks({ source, store }, { scenario: id === '' ? null : id }),
          })),
        },
        { id: 'more', items: [{ id: 'mocks', label: words.openMocks, onSelect: () => store.actions.show({ view: 'mocks' }) }] },
      ]}
    />
  )
}
