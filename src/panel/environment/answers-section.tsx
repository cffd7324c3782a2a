import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings.ts'
import { formatCount } from '../parts/format.ts'
import { Section } from '../parts/section.tsx'
import { Segments } from '../parts/segments.tsx'
import { useInspector } from '../store/inspector-context.ts'
import { environmentWords } from '../words/environment-words.ts'
import { useWords } from '../words/words.ts'
import { readNumber, SettingField } from './setting-field.tsx'
import { SettingRow } from './setting-row.tsx'

interface AnswersSectionProps {
  readonly settings: Settings
  readonly appHidden: boolean
}

/** Where calls go, and whether the app is in the background. */
export function AnswersSection({ settings, appHidden }: AnswersSectionProps) {
  const words = useWords(environmentWords)
  const { source } = useInspector()
  const usual = DEFAULT_SETTINGS
  // Nothing relays yet; a host that asks for it is shown what it asked for.
  const answerers = (['network', 'relay', 'fail'] as const).filter((id) => id !== 'relay' || settings.unmatched === 'relay')
  return (
    <Section title={words.section.answers}>
      <SettingRow
        path="unmatched"
        label={words.unmatched}
        effect={words.unmatchedEffect}
        usual={words.answerers[usual.unmatched]}
        isUsual={settings.unmatched === usual.unmatched}
      >
        {() => (
          <Segments
            label={words.unmatched}
            items={answerers.map((id) => ({ id, label: words.answerers[id] }))}
            selected={settings.unmatched}
            onSelect={(unmatched) => source.send?.({ type: 'configure', patch: { unmatched } })}
          />
        )}
      </SettingRow>
      <SettingRow path="lan" label={words.lan} effect={words.lanEffect} usual={words.none} isUsual={settings.lan.length === 0}>
        {({ labelId, effectId }) => (
          <SettingField
            labelledBy={labelId}
            describedBy={effectId}
            value={settings.lan.join(', ')}
            placeholder={words.none}
            form={words.lanForm}
            numeric={false}
            patchOf={(text) => ({ lan: text.split(/[\s,，]+/).filter((range) => range !== '') })}
          />
        )}
      </SettingRow>
      <SettingRow path="selfIp" label={words.selfIp} effect={words.selfIpEffect} usual={words.none} isUsual={settings.selfIp === null}>
        {({ labelId, effectId }) => (
          <SettingField
            labelledBy={labelId}
            describedBy={effectId}
            value={settings.selfIp ?? ''}
            placeholder={words.none}
            form={words.selfIpForm}
            patchOf={(text) => ({ selfIp: text === '' ? null : text })}
          />
        )}
      </SettingRow>
      <SettingRow label={words.httpdnsQuota} effect={words.httpdnsQuotaEffect} usual={formatCount(usual.httpdnsQuota)}>
        {({ labelId, effectId }) => (
          <SettingField
            labelledBy={labelId}
            describedBy={effectId}
            value={formatCount(settings.httpdnsQuota)}
            form={words.wholeForm('0')}
            patchOf={(text) => {
              const httpdnsQuota = readNumber(text)
              return httpdnsQuota === undefined ? undefined : { httpdnsQuota }
            }}
          />
        )}
      </SettingRow>
      <SettingRow label={words.appState} effect={words.appStateEffect} usual={words.foreground}>
        {() => (
          <Segments
            label={words.appState}
            items={(['foreground', 'background'] as const).map((id) => ({ id, label: words[id] }))}
            selected={appHidden ? 'background' : 'foreground'}
            onSelect={(id) => source.send?.({ type: 'set-app-hidden', hidden: id === 'background' })}
          />
        )}
      </SettingRow>
    </Section>
  )
}
