import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings.ts'
import { refererOf } from '../../wechat/referer.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { Section } from '../parts/section.tsx'
import { Segments } from '../parts/segments.tsx'
import { Switch } from '../parts/switch.tsx'
import { useInspector } from '../store/inspector-context.ts'
import { environmentWords } from '../words/environment-words.ts'
import { useWords } from '../words/words.ts'
import { PLATFORMS } from './presets.ts'
import { readNumber, SettingField } from './setting-field.tsx'
import { SettingRow } from './setting-row.tsx'

const VERSIONS = ['develop', 'trial', 'release'] as const

/** Which app calls, on which device. */
export function AppSection({ settings }: { readonly settings: Settings }) {
  const words = useWords(environmentWords)
  const { source } = useInspector()
  const usual = DEFAULT_SETTINGS
  return (
    <Section title={words.section.app}>
      <SettingRow
        path="platform"
        label={words.platform}
        effect={words.platformEffect}
        usual={words.platforms[usual.platform]}
        isUsual={settings.platform === usual.platform}
      >
        {({ labelId, effectId }) => (
          <select
            className="part-input setting-input"
            aria-labelledby={labelId}
            aria-describedby={effectId}
            value={settings.platform}
            disabled={!source.send}
            onChange={(event) => source.send?.({ type: 'configure', patch: { platform: event.target.value as Settings['platform'] } })}
          >
            {PLATFORMS.map((id) => (
              <option key={id} value={id}>
                {words.platforms[id]}
              </option>
            ))}
          </select>
        )}
      </SettingRow>
      <SettingRow path="lib" label={words.lib} effect={words.libEffect} usual={usual.lib} isUsual={settings.lib === usual.lib}>
        {({ labelId, effectId }) => (
          <SettingField
            labelledBy={labelId}
            describedBy={effectId}
            value={settings.lib}
            form={words.libForm}
            patchOf={(lib) => ({ lib })}
          />
        )}
      </SettingRow>
      <SettingRow path="appid" label={words.appid} effect={words.appidEffect} usual={usual.appid} isUsual={settings.appid === usual.appid}>
        {({ labelId, effectId }) => (
          <SettingField
            labelledBy={labelId}
            describedBy={effectId}
            value={settings.appid}
            form={words.appidForm}
            numeric={false}
            patchOf={(appid) => ({ appid })}
          />
        )}
      </SettingRow>
      <SettingRow
        path="envVersion"
        label={words.envVersion}
        effect={words.envVersionEffect}
        usual={words.envVersions[usual.envVersion]}
        isUsual={settings.envVersion === usual.envVersion}
      >
        {() => (
          <Segments
            label={words.envVersion}
            items={VERSIONS.map((id) => ({ id, label: words.envVersions[id] }))}
            selected={settings.envVersion}
            onSelect={(envVersion) => source.send?.({ type: 'configure', patch: { envVersion } })}
          />
        )}
      </SettingRow>
      {settings.envVersion === 'release' && (
        <SettingRow
          path="versionNumber"
          label={words.versionNumber}
          effect={words.referer}
          usual={String(usual.versionNumber)}
          isUsual={settings.versionNumber === usual.versionNumber}
        >
          {({ labelId, effectId }) => (
            <SettingField
              labelledBy={labelId}
              describedBy={effectId}
              value={String(settings.versionNumber)}
              form={words.wholeForm('1')}
              patchOf={(text) => patchWith('versionNumber', readNumber(text))}
            />
          )}
        </SettingRow>
      )}
      <SettingRow label={words.referer} effect={words.refererEffect}>
        {() => (
          <span className="setting-fact">
            <code>{refererOf(settings)}</code>
            <CopyButton text={refererOf(settings)} />
          </span>
        )}
      </SettingRow>
      <SettingRow
        path="enableDebug"
        label={words.enableDebug}
        effect={words.enableDebugEffect}
        usual={words.off}
        isUsual={!settings.enableDebug}
      >
        {({ labelId }) => (
          <Switch
            labelledBy={labelId}
            checked={settings.enableDebug}
            disabled={!source.send}
            onChange={(enableDebug) => source.send?.({ type: 'configure', patch: { enableDebug } })}
          />
        )}
      </SettingRow>
    </Section>
  )
}

function patchWith<Key extends string>(key: Key, value: number | undefined): { readonly [Each in Key]: number } | undefined {
  return value === undefined ? undefined : ({ [key]: value } as { readonly [Each in Key]: number })
}
