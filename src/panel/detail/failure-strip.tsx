import { useContext } from 'react'
import type { PanelSource } from '../../contract/panel-source.ts'
import { toJson } from '../../contract/to-json.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { canResend, resendTasks } from '../exchange/resend-tasks.ts'
import { clipText } from '../parts/format.ts'
import { toneOf } from '../rows/task-tone.ts'
import { InspectorContext } from '../store/inspector-context.ts'
import { exchangeWords } from '../words/exchange-words.ts'
import { failureWords } from '../words/failure-words.ts'
import type { TabId } from '../words/tab-words.ts'
import { useWords } from '../words/words.ts'
import { describeFailure } from './describe-failure.ts'
import { DomainFixButton } from './domain/domain-fix-button.tsx'
import { GoOnlineButton } from './go-online-button.tsx'
import { RuleLink } from './rules/rule-link.tsx'

interface FailureStripProps {
  readonly source: PanelSource
  readonly snapshot: TaskSnapshot
  readonly tab: TabId
  readonly onOpenTab: (tab: TabId) => void
}

/** Of a socket, `fail` hears only what stops the call; that it did not open goes to onError (WS-2). */
function toldBy({ error, socket }: TaskSnapshot): 'fail' | 'onError' {
  const stoppedCall = error?.kind === 'bad-parameter' || error?.kind === 'bad-url' || error?.kind === 'refused-domain'
  return !socket || stoppedCall || (error?.kind === 'interrupted' && error.when !== 'stayed-hidden') ? 'fail' : 'onError'
}

/** Failures of the moment: the same call may work now. */
const MAY_WORK_AGAIN: ReadonlySet<string> = new Set([
  'network',
  'timed-out',
  'interrupted',
  'aborted',
  'page-closed',
  'too-many-sockets',
  'refused-domain',
])

/** Why a call failed, in this order: what, why, what next; then what the app was given. */
export function FailureStrip({ source, snapshot, tab, onOpenTab }: FailureStripProps) {
  const words = useWords(failureWords)
  const exchange = useWords(exchangeWords)
  const inPanel = useContext(InspectorContext)
  const { error, check } = snapshot
  if (!error) return null
  const text = describeFailure(error, snapshot, words)
  const result = error.errno === undefined ? { errMsg: error.errMsg } : { errMsg: error.errMsg, errno: error.errno }
  return (
    <div className="detail-strip" data-tone={toneOf(snapshot)}>
      <p className="detail-strip-line">
        <strong>{text.what}</strong>
        <span>{clipText(text.why)}</span>
        {text.next !== '' && <span>{text.next}</span>}
        {/* The tab of the check has the same button, beside its reasons. */}
        {error.kind === 'refused-domain' && tab !== 'domain' && (
          <>
            {check?.fix && <DomainFixButton source={source} fix={check.fix} />}
            <button type="button" className="part-link" onClick={() => onOpenTab('domain')}>
              {words.seeClauses}
            </button>
          </>
        )}
        {error.kind === 'network' && (error.hint === 'simulated-offline' || error.hint === 'simulated-loss') && (
          <GoOnlineButton source={source} />
        )}
        {error.kind === 'network' && (error.hint === 'no-rule' || error.hint === 'no-relay') && inPanel && (
          <button type="button" className="part-link" onClick={() => inPanel.store.actions.show({ view: 'environment' })}>
            {words.openEnvironment}
          </button>
        )}
        {error.kind === 'timed-out' && tab !== 'timing' && (
          <button type="button" className="part-link" onClick={() => onOpenTab('timing')}>
            {words.seeTiming}
          </button>
        )}
        {MAY_WORK_AGAIN.has(error.kind) && inPanel && source.send && canResend(snapshot) && (
          <button type="button" className="part-link" onClick={() => void resendTasks(inPanel, [snapshot.taskId], exchange)}>
            {exchange.resend('1')}
          </button>
        )}
        {text.rule !== undefined && <RuleLink name={text.rule} />}
      </p>
      {error.kind !== 'page-closed' && (
        <code className="detail-strip-result" title={words.callback}>
          {toldBy(snapshot)}({clipText(toJson(result))})
        </code>
      )}
    </div>
  )
}
