import type { NetworkConditions } from '../../contract/mock/network-conditions.ts'
import { DEFAULT_SETTINGS, type Settings, type TimedApi } from '../../contract/settings.ts'
import { formatCount } from '../parts/format.ts'
import { Section } from '../parts/section.tsx'
import { Segments } from '../parts/segments.tsx'
import { useInspector } from '../store/inspector-context.ts'
import { environmentWords } from '../words/environment-words.ts'
import { useWords } from '../words/words.ts'
import { PRESETS } from './presets.ts'
import { readNumber, SettingField } from './setting-field.tsx'
import { SettingRow } from './setting-row.tsx'

/** How the simulated network is. */
export function NetworkSection({ conditions }: { readonly conditions: NetworkConditions }) {
  const words = useWords(environmentWords)
  const { source } = useInspector()
  const usual = DEFAULT_SETTINGS.conditions
  const limit = (value: number | null) => (value === null ? '' : formatCount(value))
  const presets = conditions.preset === 'custom' ? [...PRESETS, 'custom' as const] : PRESETS
  return (
    <Section title={words.section.network} note={words.networkNote}>
      <SettingRow
        path="conditions"
        label={words.conditions}
        effect={words.conditionsEffect}
        usual={words.presets[usual.preset]}
        isUsual={conditions.preset === usual.preset}
      >
        {({ effectId }) => (
          <span className="setting-conditions">
            <Segments
              label={words.conditions}
              items={presets.map((id) => ({ id, label: words.presets[id] }))}
              selected={conditions.preset}
              onSelect={(preset) => preset !== 'custom' && source.send?.({ type: 'configure', patch: { conditions: { preset } } })}
            />
            <span className="setting-numbers" aria-describedby={effectId}>
              <Numbered
                label={words.latency}
                unit={words.unit.ms}
                form={words.numberForm}
                value={formatCount(conditions.latency)}
                of={(latency) => ({ latency })}
              />
              <Numbered
                label={words.jitter}
                unit={words.unit.ms}
                form={words.numberForm}
                value={formatCount(conditions.jitter)}
                of={(jitter) => ({ jitter })}
              />
              <Numbered
                label={words.loss}
                unit={words.unit.percent}
                form={words.shareForm}
                value={String(Math.round(conditions.loss * 100_000) / 1000)}
                of={(percent) => ({ loss: percent / 100 })}
              />
              <Numbered
                label={words.downKbps}
                unit={words.unit.kbps}
                form={words.limitForm}
                value={limit(conditions.downKbps)}
                of={(downKbps) => ({ downKbps })}
                empty={{ downKbps: null }}
              />
              <Numbered
                label={words.upKbps}
                unit={words.unit.kbps}
                form={words.limitForm}
                value={limit(conditions.upKbps)}
                of={(upKbps) => ({ upKbps })}
                empty={{ upKbps: null }}
              />
              <Numbered label={words.seed} form={words.seedForm} value={String(conditions.seed)} of={(seed) => ({ seed })} />
            </span>
          </span>
        )}
      </SettingRow>
    </Section>
  )
}

interface NumberedProps {
  readonly label: string
  readonly unit?: string
  readonly form: string
  readonly value: string
  readonly of: (value: number) => Partial<NetworkConditions>
  /** What an empty field asks for; without it an empty field is wrong. */
  readonly empty?: Partial<NetworkConditions>
}

function Numbered({ label, unit, form, value, of, empty }: NumberedProps) {
  const words = useWords(environmentWords)
  return (
    <span className="setting-number">
      <span aria-hidden="true">{label}</span>
      <SettingField
        label={label}
        value={value}
        form={form}
        {...(unit !== undefined && { unit })}
        {...(empty && { placeholder: words.noLimit })}
        patchOf={(text) => {
          if (text === '' && empty) return { conditions: empty }
          const number = readNumber(text)
          return number === undefined ? undefined : { conditions: of(number) }
        }}
      />
    </span>
  )
}

const TIMED = ['request', 'connectSocket', 'uploadFile', 'downloadFile'] as const satisfies readonly TimedApi[]
/** LIM-4, ms. */
const USUAL_TIMEOUT = formatCount(60_000)

/** `networkTimeout` of app.json. */
export function TimeoutSection({ timeouts }: { readonly timeouts: Settings['networkTimeout'] }) {
  const words = useWords(environmentWords)
  const { source } = useInspector()
  return (
    <Section title={words.section.timeouts} note={<code>app.json networkTimeout</code>}>
      {TIMED.map((api) => (
        <SettingRow
          key={api}
          path={`networkTimeout.${api}`}
          label={api}
          effect={words.timeoutEffect(api)}
          usual={USUAL_TIMEOUT}
          isUsual={timeouts[api] === undefined}
        >
          {({ labelId, effectId }) => (
            <SettingField
              labelledBy={labelId}
              describedBy={effectId}
              value={timeouts[api] === undefined ? '' : formatCount(timeouts[api])}
              placeholder={USUAL_TIMEOUT}
              unit={words.unit.ms}
              form={words.timeoutForm}
              patchOf={(text) => {
                if (text === '') {
                  void source.send?.({ type: 'reset-settings', path: `networkTimeout.${api}` })
                  return {}
                }
                const ms = readNumber(text)
                return ms === undefined ? undefined : { networkTimeout: { [api]: ms } }
              }}
            />
          )}
        </SettingRow>
      ))}
    </Section>
  )
}
