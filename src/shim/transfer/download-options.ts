import type { Settings } from '../../contract/settings.ts'
import type { CallPlan, Reading } from '../call/open-call.ts'
import { checkOptions, headerObject, withoutHash } from '../options/check-options.ts'
import { requestHeader } from '../options/request-header.ts'
import { timeoutOf } from '../options/timeout-of.ts'

/** A download that can be sent. */
export interface DownloadPlan extends CallPlan {
  /** Where the caller wants the file (DOWN-2). */
  readonly filePath: string | undefined
}

/** Checks and fills in the options of wx.downloadFile (docs/wechat.md, section 8): parameters, then the url (DOM-17). */
export function readDownloadOptions(option: unknown, settings: Settings): Reading<DownloadPlan> {
  const checked = checkOptions(option, 'downloadFile', [], settings, ['filePath'])
  if ('refusal' in checked) return checked
  const { options, url, warnings } = checked
  // HDR-1 speaks of wx.request; a GET that carries nothing needs no type.
  const header = requestHeader(headerObject(options['header'], warnings), settings, { usual: '' })
  if (header.dropped.length > 0) warnings.push('header-dropped')
  const filePath = options['filePath'] as string | undefined
  return {
    plan: {
      method: 'GET',
      url: withoutHash(url),
      header: header.list,
      dropped: header.dropped,
      timeout: timeoutOf('downloadFile', options['timeout'], settings),
      // An empty path is what callers write who have none.
      filePath: filePath === '' ? undefined : filePath,
      warnings,
    },
  }
}
