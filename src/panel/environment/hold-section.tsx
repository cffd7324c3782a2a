import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings.ts'
import { formatCount } from '../parts/format.ts'
import { Section } from '../parts/section.tsx'
import { Switch } from '../parts/switch.tsx'
import { useInspector } from '../store/inspector-context.ts'
import { environmentWords } from '../words/environment-words.ts'
import { useWords } from '../words/words.ts'
import { readNumber, SettingField } from './setting-field.tsx'
import { SettingRow } from './setting-row.tsx'

/** What happens to calls that are held. */
export function HoldSection({ hold }: { readonly hold: Settings['hold'] }) {
  const words = useWords(environmentWords)
  const { source } = useInspector()
  const usual = DEFAULT_SETTINGS.hold
  return (
    <Section title={words.section.hold}>
      <SettingRow
        path="hold.continueAfter"
        label={words.continueAfter}
        effect={words.continueAfterEffect}
        usual={formatCount(usual.continueAfter)}
        isUsual={hold.continueAfter === usual.continueAfter}
      >
        {({ labelId, effectId }) => (
          <SettingField
            labelledBy={labelId}
            describedBy={effectId}
            value={formatCount(hold.continueAfter)}
            unit={words.unit.ms}
            form={words.holdForm}
            patchOf={(text) => {
              const continueAfter = readNumber(text)
              return continueAfter === undefined ? undefined : { hold: { continueAfter } }
            }}
          />
        )}
      </SettingRow>
      <SettingRow
        path="hold.freezeTimeout"
        label={words.freezeTimeout}
        effect={words.freezeTimeoutEffect}
        usual={words.on}
        isUsual={hold.freezeTimeout}
      >
        {({ labelId }) => (
          <Switch
            labelledBy={labelId}
            checked={hold.freezeTimeout}
            disabled={!source.send}
            onChange={(freezeTimeout) => source.send?.({ type: 'configure', patch: { hold: { freezeTimeout } } })}
          />
        )}
      </SettingRow>
    </Section>
  )
}
