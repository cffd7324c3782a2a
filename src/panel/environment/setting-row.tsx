import { Undo2 } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useInspector } from '../store/inspector-context.ts'
import { useSourceState } from '../store/use-source-state.ts'
import { environmentWords } from '../words/environment-words.ts'
import { useWords } from '../words/words.ts'

/** What the control of a setting is named and described by. */
interface SettingIds {
  readonly labelId: string
  readonly effectId: string
}

interface SettingRowProps {
  /** Of the setting, as `reset-settings` takes it. Left out for what is no choice of a person. */
  readonly path?: string
  readonly label: string
  /** What it changes. */
  readonly effect: string
  /** The default, in words. */
  readonly usual?: string
  /** Whether it is at its default. */
  readonly isUsual?: boolean
  readonly children: (ids: SettingIds) => ReactNode
}

/** A setting: its control, what it changes, its default, and, once it was changed here, a dot and the way back. */
export function SettingRow({ path, label, effect, usual, isUsual = true, children }: SettingRowProps) {
  const words = useWords(environmentWords)
  const { source } = useInspector()
  const chosen = useSourceState(source)?.chosen ?? []
  const changed = path !== undefined && chosen.some((each) => each === path || each.startsWith(`${path}.`))
  const id = useId()
  const ids = { labelId: `${id}label`, effectId: `${id}effect` }
  return (
    <div className="setting" data-changed={changed || undefined}>
      <div className="setting-main">
        <span className="setting-label" id={ids.labelId}>
          {changed && <span className="setting-dot" role="img" aria-label={words.changed} title={words.changed} />}
          {label}
        </span>
        <span className="setting-control">{children(ids)}</span>
      </div>
      <div className="setting-notes">
        <span id={ids.effectId}>{effect}</span>
        {changed && source.send ? (
          <button
            type="button"
            className="part-link setting-reset"
            aria-label={words.resetOne(label)}
            onClick={() => source.send?.({ type: 'reset-settings', path })}
          >
            <Undo2 size={11} aria-hidden="true" />
            {words.reset}
          </button>
        ) : (
          usual !== undefined && (
            <span className="setting-usual">{isUsual ? words.default(usual) : `${words.ofPage} · ${words.default(usual)}`}</span>
          )
        )}
      </div>
    </div>
  )
}
