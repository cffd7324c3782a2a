import type { Clock } from '../../contract/clock.ts'
import type { DomainCheck } from '../../contract/event/domain-check.ts'
import type { DroppedHeader, TaskApi } from '../../contract/event/task-event.ts'
import type { Settings } from '../../contract/settings.ts'
import { codePointName } from '../../wechat/code-point-name.ts'

/** The part of a console that the shim prints to. */
export type Report = Pick<Console, 'group' | 'groupEnd' | 'error' | 'warn' | 'table'>

const GUIDE = 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html'
/** The version that devtools prints with its errors. */
const TOOL = 'Windows,mp,1.06.2412050'

/** DOM-11: what devtools prints when it refuses a domain. Phones print nothing. */
export function reportRefusal(report: Report, check: DomainCheck, settings: Settings, clock: Clock): void {
  if (settings.platform !== 'devtools') return
  const { list, origin } = check
  report.group(`${new Date(clock.startedAt + clock.now())} ${list} 合法域名校验出错`)
  report.error(` ${origin} 不在以下 ${list} 合法域名列表中，请参考文档：${GUIDE}`)
  report.table(settings.domains[list].filter((entry) => entry.enabled).map((entry) => entry.origin))
  report.error(`如已在管理后台更新域名配置，请刷新项目配置后重新编译项目，操作路径：“详情-域名信息” (env: ${TOOL}; lib: ${settings.lib})`)
  report.groupEnd()
}

/** HDR-5, HDR-11: the messages of the browser that devtools runs in. Those for UP-6 and for invalid header values are ours. */
export function reportDropped(report: Report, dropped: readonly DroppedHeader[]): void {
  for (const header of dropped) report.warn(droppedText(header))
}

function droppedText({ name, why, illegal }: DroppedHeader): string {
  if (why === 'multipart') return `uploadFile: ${name} is always multipart/form-data, ignored`
  if (why !== 'invalid') return `Refused to set unsafe header "${name}"`
  if (!illegal) return 'A header with an empty name was not sent'
  return `Header "${name}" was not sent: its ${illegal.in} contains "${illegal.character}" (${codePointName(illegal.character)}), which HTTP headers cannot carry`
}

/** HDR-4: WeChat's own message, known for wx.request. */
export function reportBadHeader(report: Report, api: TaskApi): void {
  report.warn(`wx.${api}: header must be an object`)
}
