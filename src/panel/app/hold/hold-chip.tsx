import { Pause } from 'lucide-react'
import { useState } from 'react'
import type { HoldChoice } from '../../../contract/hold.ts'
import { formatCount } from '../../parts/format.ts'
import { lazyComponent } from '../../parts/lazy-component.tsx'
import { MenuButton } from '../../parts/menu/menu-button.tsx'
import { useInspector } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { holdWords } from '../../words/hold-words.ts'
import { useWords } from '../../words/words.ts'
import { showNextHeld } from './next-held.ts'

const MatchDialog = lazyComponent(async () => (await import('./match-dialog.tsx')).MatchDialog, 'asked')

/** What is held from now on, and how many calls are held. Not there for a source that holds none. */
export function HoldChip() {
  const words = useWords(holdWords)
  const content = useInspector()
  const { source } = content
  const hold = useSourceState(source)?.hold
  const [matching, setMatching] = useState(false)
  if (!hold || !source.send) return null
  const { choice, calls } = hold
  const choose = (what: HoldChoice) => void source.send?.({ type: 'hold', what })
  const value = typeof choice === 'string' ? words[choice] : words.matching
  const simple = (what: 'off' | 'next') => ({
    id: what,
    label: words[what],
    kind: 'radio' as const,
    checked: choice === what,
    onSelect: () => choose(what),
  })
  return (
    <>
      <MenuButton
        label={words.hold}
        icon={<Pause size={13} aria-hidden="true" />}
        value={value}
        unusual={choice !== 'off'}
        groups={[
          {
            id: 'choices',
            label: words.note,
            items: [
              simple('off'),
              simple('next'),
              {
                id: 'match',
                label: words.matchingMore,
                kind: 'radio',
                checked: typeof choice !== 'string',
                onSelect: () => setMatching(true),
              },
            ],
          },
        ]}
      />
      {calls.length > 0 && (
        <button
          type="button"
          className="part-chip"
          data-unusual
          aria-label={words.count(formatCount(calls.length))}
          aria-keyshortcuts="F8"
          title={`${words.count(formatCount(calls.length))} (F8)`}
          onClick={() => showNextHeld(content)}
        >
          <Pause size={13} fill="currentColor" aria-hidden="true" />
          {formatCount(calls.length)}
        </button>
      )}
      {matching && <MatchDialog choice={choice} onChoose={choose} onClose={() => setMatching(false)} />}
    </>
  )
}
