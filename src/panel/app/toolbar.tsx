import { Ban, Bookmark, Keyboard, OctagonX, X } from 'lucide-react'
import { type ComponentType, useContext, useId } from 'react'
import { DomainCheckChoice } from '../domains/domain-check-choice.tsx'
import { FileMenu } from '../exchange/file-menu.tsx'
import { SessionsContext } from '../exchange/sessions-context.ts'
import { formatCount } from '../parts/format.ts'
import { lazyComponent } from '../parts/lazy-component.tsx'
import { useInspector, useInspectorState } from '../store/inspector-context.ts'
import { useSingleKey } from '../store/single-keys.ts'
import { useSourceState } from '../store/use-source-state.ts'
import { domainCheckWords } from '../words/domain-check-words.ts'
import { frameWords } from '../words/frame-words.ts'
import { listWords } from '../words/list-words.ts'
import { useWords } from '../words/words.ts'
import { DockMenu } from './dock-menu.tsx'
import { EnvironmentChips } from './environment-chips.tsx'
import { LookMenu } from './look-menu.tsx'
import { ScenarioChip } from './scenario-chip.tsx'
import { ViewTabs } from './view-tabs.tsx'

/** Late, and nothing in its place: the panel is of use before it. */
const HoldChip = lazyComponent(async () => (await import('./hold/hold-chip.tsx')).HoldChip, { meanwhile: 'nothing' })

/** What concerns the whole panel, and the tools of the view that it shows. What a source that takes no commands cannot do is not there. */
export function Toolbar({ Tools }: { readonly Tools: ComponentType | undefined }) {
  const words = useWords(listWords)
  const frame = useWords(frameWords)
  const { place, showKeys } = useInspector()
  const key = useSingleKey('?')
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no element for a toolbar
    <div className="toolbar" role="group" aria-label={words.toolbar}>
      <ViewTabs />
      <div className="toolbar-session">
        <RecordButton />
        <ClearButton />
        <KeepButton />
        <ReadOnlyNote />
        <ScenarioChip />
        <EnvironmentChips />
        <HoldChip />
        <span className="toolbar-rest" />
        <DomainCheckControl />
        <AbortAllButton />
      </div>
      <div className="toolbar-place">
        <button
          type="button"
          className="part-icon-button toolbar-keys"
          aria-label={frame.keys}
          aria-keyshortcuts={key}
          aria-haspopup="dialog"
          title={key ? frame.keysHint : frame.keys}
          onClick={showKeys}
        >
          <Keyboard size={15} aria-hidden="true" />
        </button>
        <FileMenu />
        {place.lookMenu && <LookMenu />}
        {place.docking && <DockMenu docking={place.docking} />}
        {place.onClose && (
          <button type="button" className="part-icon-button" aria-label={words.closePanel} title={words.closePanel} onClick={place.onClose}>
            <X size={15} aria-hidden="true" />
          </button>
        )}
      </div>
      {Tools && (
        <div className="toolbar-tools">
          <Tools />
        </div>
      )}
    </div>
  )
}

function RecordButton() {
  const words = useWords(listWords)
  const { source } = useInspector()
  const recording = useSourceState(source)?.recording
  if (recording === undefined || !source.send) return null
  return (
    <button
      type="button"
      className="part-button record"
      aria-pressed={recording}
      aria-keyshortcuts="Control+E Meta+E"
      title={words.record.hint}
      onClick={() => source.send?.({ type: 'set-recording', recording: !recording })}
    >
      <span className="record-dot" aria-hidden="true" />
      <span className="toolbar-word">{recording ? words.record.on : words.record.off}</span>
    </button>
  )
}

function ClearButton() {
  const words = useWords(listWords)
  const { source } = useInspector()
  const empty = useInspectorState((state) => state.rows.size === 0)
  if (!source.send) return null
  return (
    <button
      type="button"
      className="part-button"
      aria-keyshortcuts="Control+L Meta+K"
      title={words.clearHint}
      disabled={empty}
      onClick={() => source.send?.({ type: 'clear' })}
    >
      <Ban size={14} aria-hidden="true" />
      <span className="toolbar-word">{words.clear}</span>
    </button>
  )
}

function KeepButton() {
  const words = useWords(listWords)
  const { source } = useInspector()
  const persist = useSourceState(source)?.settings?.capture.persist
  const note = useId()
  if (persist === undefined || !source.send) return null
  return (
    <>
      <button
        type="button"
        className="part-button keep"
        aria-pressed={persist}
        aria-describedby={persist ? note : undefined}
        title={words.keepHint}
        onClick={() => source.send?.({ type: 'configure', patch: { capture: { persist: !persist } } })}
      >
        <Bookmark size={14} fill={persist ? 'currentColor' : 'none'} aria-hidden="true" />
        <span className="toolbar-word">{words.keep}</span>
      </button>
      {persist && (
        <span className="toolbar-note" id={note} title={words.keepHint}>
          {words.keptInClear}
        </span>
      )}
    </>
  )
}

/** Of a session from a file, the bar of that says it. */
function ReadOnlyNote() {
  const words = useWords(listWords)
  const { source, place } = useInspector()
  const fromFile = useContext(SessionsContext)?.shown !== undefined
  if (source.send || place.replay || fromFile) return null
  return (
    <span className="toolbar-note" data-plain="true" title={words.readOnlyHint}>
      {words.readOnly}
    </span>
  )
}

function DomainCheckControl() {
  const { position } = useWords(domainCheckWords)
  const { source } = useInspector()
  const settings = useSourceState(source)?.settings
  if (!settings) return null
  return (
    <span className="toolbar-switch" data-off={!settings.urlCheck || undefined}>
      <span className="toolbar-word">{position.label}</span>
      <DomainCheckChoice settings={settings} send={source.send} />
    </span>
  )
}

function AbortAllButton() {
  const words = useWords(listWords)
  const { source } = useInspector()
  // Sets change in place; the count is a value that tells when to render.
  const running = useInspectorState((state) => state.running.size)
  if (!source.send) return null
  return (
    <button
      type="button"
      className="part-button toolbar-abort"
      title={words.abortAllHint(formatCount(running))}
      disabled={running === 0}
      onClick={() => source.send?.({ type: 'abort-all' })}
    >
      <OctagonX size={14} aria-hidden="true" />
      <span className="toolbar-word">{words.abortAll}</span>{' '}
      {/* Its place is kept: a call that starts or ends must not move the toolbar. */}
      <span className="toolbar-count" data-none={running === 0 || undefined}>
        {running > 0 && formatCount(running)}
      </span>
    </button>
  )
}
