import { textToBytes } from '../../contract/byte-text.ts'
import type { Command, CommandOutcome } from '../../contract/command.ts'
import { InspectorError } from '../../contract/inspector-error.ts'
import type { Shim } from '../../shim/create-wx.ts'
import { checkTaskIds } from './check-task-ids.ts'
import type { HoldCalls } from './hold-calls.ts'
import type { LayeredSettings } from './layered-settings.ts'
import type { Notices } from './notices.ts'
import type { Pace } from './pace.ts'
import type { Resending } from './resend.ts'
import type { SharedLink } from './shared-link.ts'
import type { TaskRecord } from './task-record.ts'

/** What commands act on. */
export interface CommandTargets {
  readonly shim: Shim
  readonly layers: LayeredSettings
  readonly record: TaskRecord
  readonly notices: Notices
  readonly holds: HoldCalls
  readonly pace: Pace
  /** Throws InspectorError for a task that cannot be sent again. */
  readonly resend: Resending
  readonly shared: SharedLink
}

/** Does what a panel asks for, before this returns. What is wrong with the command is answered, and nothing has changed then. */
export function runCommand(command: Command, targets: CommandTargets): CommandOutcome {
  try {
    return perform(command, targets) ?? { ok: true }
  } catch (thrown) {
    if (thrown instanceof InspectorError) return { ok: false, issues: thrown.issues }
    throw thrown
  }
}

function perform(
  command: Command,
  { shim, layers, record, notices, holds, pace, resend, shared }: CommandTargets,
): CommandOutcome | undefined {
  switch (command?.type) {
    case 'abort':
      return shim.abort(command.taskId) ? undefined : refusal('taskId', 'is not a running task')
    case 'resend':
      return { ok: true, taskId: resend.again(command.taskId, command.change) }
    case 'request':
      return { ok: true, taskId: resend.request(command.options) }
    case 'abort-all':
      return void shim.abortAll()
    case 'send-message': {
      const data = 'text' in command ? command.text : textToBytes(String(command.base64), 'base64')
      if (data === undefined) return refusal('base64', 'is no base64')
      if (typeof data === 'string' && typeof (command as { text?: unknown }).text !== 'string') return refusal('text', 'must be a string')
      return shim.sendMessage(command.taskId, data) ? undefined : refusal('taskId', 'is not an open socket')
    }
    case 'configure':
      return void layers.choose(command.patch)
    case 'set-rules':
      return void layers.chooseRules(command.rules)
    case 'reset-settings':
      return void layers.reset(command.path)
    case 'reset-rules':
      return layers.resetRules(command.ruleId) ? undefined : refusal('ruleId', 'is no rule that was changed here')
    case 'set-scenarios':
      return void layers.chooseScenarios(command.scenarios)
    case 'use-scenario':
      return layers.chooseScenario(command.scenarioId) ? undefined : refusal('scenarioId', 'is not the id of a scenario')
    case 'take-shared':
      return void shared.take()
    case 'hold':
      return void holds.choose(command.what)
    case 'hold-task':
      if (!shim.context.live.has(command.taskId)) return refusal('taskId', 'is not a running task')
      return void holds.holdNext(command.taskId)
    case 'step':
      return void holds.step(command.taskId)
    case 'resume':
      return void holds.resume(command.taskId, command.change)
    case 'set-speed':
      return void pace.setSpeed(command.speed)
    case 'next-event':
      if (pace.speed !== 0) return refusal('type', 'needs speed 0')
      return void pace.goOn()
    case 'set-recording':
      if (typeof command.recording !== 'boolean') return refusal('recording', 'must be true or false')
      return void record.log.setRecording(command.recording)
    case 'set-app-hidden':
      if (typeof command.hidden !== 'boolean') return refusal('hidden', 'must be true or false')
      return void layers.environment.setAppHidden(command.hidden)
    case 'clear':
      return void record.clear()
    case 'remove':
      return checkTaskIds(command.taskIds) ?? void record.remove(command.taskIds)
    case 'pin':
      return checkTaskIds(command.taskIds) ?? void record.log.pin(command.taskIds)
    case 'restore':
      return void record.log.restore()
    case 'dismiss-notice':
      return void notices.dismiss(command.code)
    default:
      return refusal('type', 'is not a known command')
  }
}

function refusal(path: string, message: string): CommandOutcome {
  return { ok: false, issues: [{ path, message }] }
}
