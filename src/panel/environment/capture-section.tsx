import type { SourceState } from '../../contract/panel-source.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings.ts'
import { formatCount } from '../parts/format.ts'
import { Section } from '../parts/section.tsx'
import { useInspectorState } from '../store/inspector-context.ts'
import { environmentWords } from '../words/environment-words.ts'
import { useWords } from '../words/words.ts'
import { readNumber, SettingField } from './setting-field.tsx'
import { SettingRow } from './setting-row.tsx'

const MEBIBYTE = 1024 * 1024

const mebibytes = (bytes: number) => String(Math.round((bytes / MEBIBYTE) * 100) / 100)

/** How much is recorded, and how much of that is used. */
export function CaptureSection({ capture, state }: { readonly capture: Settings['capture']; readonly state: SourceState }) {
  const words = useWords(environmentWords)
  // It moves with events; the store tells of it at the pace of the list.
  const kept = useInspectorState(({ kept }) => kept) ?? state.kept
  const usual = DEFAULT_SETTINGS.capture
  return (
    <Section title={words.section.capture} note={words.captureNote}>
      <SettingRow
        path="capture.maxTasks"
        label={words.maxTasks}
        effect={words.maxTasksEffect}
        usual={formatCount(usual.maxTasks)}
        isUsual={capture.maxTasks === usual.maxTasks}
      >
        {({ labelId, effectId }) => (
          <>
            <Meter label={words.used(formatCount(kept.tasks))} part={kept.tasks} whole={capture.maxTasks} />
            <SettingField
              labelledBy={labelId}
              describedBy={effectId}
              value={formatCount(capture.maxTasks)}
              unit={words.unit.rows}
              form={words.wholeForm('1')}
              patchOf={(text) => {
                const maxTasks = readNumber(text)
                return maxTasks === undefined ? undefined : { capture: { maxTasks } }
              }}
            />
          </>
        )}
      </SettingRow>
      <SettingRow
        path="capture.maxBodyBytes"
        label={words.maxBodyBytes}
        effect={words.maxBodyBytesEffect}
        usual={`${mebibytes(usual.maxBodyBytes)} ${words.unit.mebibytes}`}
        isUsual={capture.maxBodyBytes === usual.maxBodyBytes}
      >
        {({ labelId, effectId }) => (
          <>
            <Meter label={words.used(`${mebibytes(kept.bytes)} ${words.unit.mebibytes}`)} part={kept.bytes} whole={capture.maxBodyBytes} />
            <SettingField
              labelledBy={labelId}
              describedBy={effectId}
              value={mebibytes(capture.maxBodyBytes)}
              unit={words.unit.mebibytes}
              form={words.numberForm}
              patchOf={(text) => {
                const size = readNumber(text)
                return size === undefined ? undefined : { capture: { maxBodyBytes: Math.round(size * MEBIBYTE) } }
              }}
            />
          </>
        )}
      </SettingRow>
    </Section>
  )
}

interface MeterProps {
  readonly label: string
  readonly part: number
  readonly whole: number
}

function Meter({ label, part, whole }: MeterProps) {
  return (
    <span className="setting-meter">
      <span>{label}</span>
      <meter aria-label={label} min={0} max={Math.max(1, whole)} value={Math.min(part, whole)} />
    </span>
  )
}
