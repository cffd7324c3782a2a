import { Undo2 } from 'lucide-react'
import { formatCount } from '../parts/format.ts'
import { Section } from '../parts/section.tsx'
import { useInspector } from '../store/inspector-context.ts'
import { useSourceState } from '../store/use-source-state.ts'
import { addStyles } from '../styles/style-sheets.ts'
import { environmentWords } from '../words/environment-words.ts'
import { useWords } from '../words/words.ts'
import { AnswersSection } from './answers-section.tsx'
import { AppSection } from './app-section.tsx'
import { CaptureSection } from './capture-section.tsx'
import styles from './environment.css?inline'
import { HoldSection } from './hold-section.tsx'
import { NetworkSection, TimeoutSection } from './network-section.tsx'
import { chosenHere } from './presets.ts'

addStyles(styles)

/** Every setting of the simulated environment, but for the domain lists. */
export function EnvironmentView() {
  const words = useWords(environmentWords)
  const { source } = useInspector()
  const state = useSourceState(source)
  if (!state?.settings) return <p className="part-note">{words.noState}</p>
  const { settings } = state
  const changed = chosenHere(state.chosen)
  // One command, and so one redrawing, for each: those that have their place elsewhere stay.
  const resetAll = () => {
    for (const path of changed) void source.send?.({ type: 'reset-settings', path })
  }
  return (
    <section className="environment" aria-label={words.title}>
      <div className="environment-bar">
        <span className="environment-count" role="status">
          {changed.length > 0 ? words.changedCount(formatCount(changed.length)) : words.nothingChanged}
        </span>
        <button type="button" className="part-button" disabled={changed.length === 0 || !source.send} onClick={resetAll}>
          <Undo2 size={13} aria-hidden="true" />
          {words.resetAll}
        </button>
      </div>
      <div className="environment-columns">
        <div>
          <AppSection settings={settings} />
          <AnswersSection settings={settings} appHidden={state.appHidden ?? false} />
        </div>
        <div>
          <NetworkSection conditions={settings.conditions} />
          <TimeoutSection timeouts={settings.networkTimeout} />
          <HoldSection hold={settings.hold} />
          <CaptureSection capture={settings.capture} state={state} />
          {state.serviceWorker && (
            <Section title={words.section.worker}>
              <p className="environment-worker" data-state={state.serviceWorker}>
                {words.workerState[state.serviceWorker]}
              </p>
            </Section>
          )}
        </div>
      </div>
      <p className="environment-foot">
        <span>{words.effective}</span> <span>{words.savedFor(settings.appid)}</span>
      </p>
    </section>
  )
}
