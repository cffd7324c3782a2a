import { textToBytes } from '../../contract/byte-text.ts'
import type { Command } from '../../contract/command.ts'
import type { MockRule } from '../../contract/mock-rule.ts'
import type { SettingsPatch } from '../../contract/settings-patch.ts'
import type { SocketData } from '../../contract/transport.ts'
import { unreachable } from '../../contract/unreachable.ts'
import type { Environment } from '../../shim/context/environment.ts'
import type { Shim } from '../../shim/create-wx.ts'
import type { Notices } from './notices.ts'
import type { TaskRecord } from './task-record.ts'

/** What commands act on. */
export interface CommandTargets {
  readonly shim: Shim
  readonly environment: Environment
  readonly record: TaskRecord
  readonly notices: Notices
  /** Takes a change that a person made. */
  choose(patch: SettingsPatch): void
  setRules(rules: readonly MockRule[]): void
}

/** Does what a panel asks for. */
export function runCommand(command: Command, { shim, environment, record, notices, ...targets }: CommandTargets): void {
  const sendMessage = (taskId: string, data: SocketData | undefined) => {
    if (data !== undefined) shim.sendMessage(taskId, data)
  }
  switch (command.type) {
    case 'abort':
      return shim.abort(command.taskId)
    case 'abort-all':
      return shim.abortAll()
    case 'send-message':
      return sendMessage(command.taskId, 'text' in command ? command.text : textToBytes(command.base64, 'base64'))
    case 'configure':
      return targets.choose(command.patch)
    case 'set-rules':
      return targets.setRules(command.rules)
    case 'set-recording':
      return record.log.setRecording(command.recording)
    case 'set-app-hidden':
      return environment.setAppHidden(command.hidden)
    case 'clear':
      return record.clear()
    case 'restore':
      return record.log.restore()
    case 'dismiss-notice':
      return notices.dismiss(command.code)
    default:
      return unreachable(command)
  }
}
