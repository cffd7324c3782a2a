import { Pause, StepForward } from 'lucide-react'
import { useState } from 'react'
import type { HoldChoice } from '../../../contract/hold.ts'
import { formatCount } from '../../parts/format.ts'
import { lazyComponent } from '../../parts/lazy-component.tsx'
import { MenuButton } from '../../parts/menu/menu-button.tsx'
import { useInspector } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { holdFormWords } from '../../words/hold-form-words.ts'
import { useWords } from '../../words/words.ts'
import { showNextHeld } from './next-held.ts'

const MatchDialog = lazyComponent(async () => (await import('./match-dialog.tsx')).MatchDialog, { when: 'asked' })

/** As `1`, since their words are named by them. */
const SPEEDS = ['1', '0.5', '0.25', '0.1', '0'] as const

/** What is held from now on and how fast simulated waiting goes, and how many calls are held. Not there for a source that holds none. */
export function HoldChip() {
  const words = useWords(holdFormWords)
  const content = useInspector()
  const { source } = content
  const state = useSourceState(source)
  const hold = state?.hold
  const speed = state?.speed ?? 1
  const [matching, setMatching] = useState(false)
  const { send } = source
  if (!hold || !send) return null
  const { choice, calls } = hold
  const choose = (what: HoldChoice) => send({ type: 'hold', what })
  const held = typeof choice === 'string' ? words[choice] : words.matching
  const pace = words.pace[String(speed) as keyof typeof words.pace] ?? `×${speed}`
  const value = speed === 1 ? held : choice === 'off' ? pace : `${held} · ${pace}`
  const simple = (what: 'off' | 'next') => ({
    id: what,
    label: words[what],
    kind: 'radio' as const,
    checked: choice === what,
    onSelect: () => void choose(what),
  })
  return (
    <>
      <MenuButton
        label={words.hold}
        icon={<Pause size={13} aria-hidden="true" />}
        // While nothing is out of the ordinary, its sign is enough.
        {...((choice !== 'off' || speed !== 1) && { value, unusual: true })}
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
          {
            id: 'speed',
            label: words.speed,
            items: SPEEDS.map((each) => ({
              id: `speed ${each}`,
              label: words.pace[each],
              kind: 'radio' as const,
              checked: String(speed) === each,
              onSelect: () => void source.send?.({ type: 'set-speed', speed: Number(each) }),
            })),
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
      {speed === 0 && (
        <button
          type="button"
          className="part-chip"
          data-unusual
          aria-keyshortcuts="F9"
          title={`${words.nextEvent} (F9)`}
          onClick={() => source.send?.({ type: 'next-event' })}
        >
          <StepForward size={13} aria-hidden="true" />
          <span>{words.nextEvent}</span>
        </button>
      )}
      {matching && <MatchDialog choice={choice} onChoose={choose} onClose={() => setMatching(false)} />}
    </>
  )
}
