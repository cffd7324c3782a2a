import { MonitorSmartphone, Smartphone, Wifi, WifiOff } from 'lucide-react'
import { DEFAULT_SETTINGS } from '../../contract/settings.ts'
import { PLATFORMS, PRESETS } from '../environment/presets.ts'
import { MenuButton } from '../parts/menu/menu-button.tsx'
import { useInspector } from '../store/inspector-context.ts'
import { useSourceState } from '../store/use-source-state.ts'
import { environmentWords } from '../words/environment-words.ts'
import { useWords } from '../words/words.ts'

/**
 * The simulated network, and what else of the environment is out of the ordinary: a glance tells what is special about this session. For a
 * source that takes no commands there are none.
 */
export function EnvironmentChips() {
  const words = useWords(environmentWords)
  const { source, store } = useInspector()
  const state = useSourceState(source)
  if (!state?.settings || !source.send) return null
  const { send } = source
  const { preset } = state.settings.conditions
  const { platform } = state.settings
  const more = {
    id: 'more',
    items: [{ id: 'all', label: words.allSettings, onSelect: () => store.actions.show({ view: 'environment' }) }],
  }
  return (
    <>
      <MenuButton
        label={words.network}
        icon={preset === 'offline' ? <WifiOff size={13} aria-hidden="true" /> : <Wifi size={13} aria-hidden="true" />}
        value={words.presets[preset]}
        unusual={preset === 'offline' || (preset !== DEFAULT_SETTINGS.conditions.preset && state.chosen.includes('conditions'))}
        groups={[
          {
            id: 'presets',
            label: words.networkNote,
            items: PRESETS.map((id) => ({
              id,
              label: words.presets[id],
              kind: 'radio' as const,
              checked: id === preset,
              onSelect: () => void send({ type: 'configure', patch: { conditions: { preset: id } } }),
            })),
          },
          more,
        ]}
      />
      {platform !== DEFAULT_SETTINGS.platform && (
        <MenuButton
          label={words.platform}
          icon={<MonitorSmartphone size={13} aria-hidden="true" />}
          value={words.platforms[platform]}
          unusual
          groups={[
            {
              id: 'platforms',
              items: PLATFORMS.map((id) => ({
                id,
                label: words.platforms[id],
                kind: 'radio' as const,
                checked: id === platform,
                onSelect: () => void send({ type: 'configure', patch: { platform: id } }),
              })),
            },
            more,
          ]}
        />
      )}
      {state.appHidden && (
        <button
          type="button"
          className="part-chip"
          data-unusual
          aria-label={`${words.inBackground}: ${words.toForeground}`}
          title={words.toForeground}
          onClick={() => send({ type: 'set-app-hidden', hidden: false })}
        >
          <Smartphone size={13} aria-hidden="true" />
          <span>{words.inBackground}</span>
        </button>
      )}
    </>
  )
}
