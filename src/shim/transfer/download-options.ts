import type { Settings } from '../../contract/settings.ts'
import type { CallPlan, Reading } from '../call/open-call.ts'
import { checkOptions, headerObject, withoutHash } from '../options/check-options.ts'
import { requestHeader } from '../options/request-header.ts'
import { timeoutOf } from '../options/timeout-of.ts'

/** A download that is ready to be sent. */
export interface DownloadPlan extends CallPlan {
  /** The path that the caller wants the file at (DOWN-2). */
  readonly filePath: string | undefined
}

/** Reads the options of wx.downloadFile (docs/wechat.md, section 8), in this order: parameters, URL (DOM-17). */
export function readDownloadOptions(option: unknown, settings: Settings): Reading<DownloadPlan> {
  const checked = checkOptions(option, 'downloadFile', [], settings, ['filePath'])
  if ('refusal' in checked) return checked
  const { options, url, warnings } = checked
  // HDR-1 is about wx.request; a GET without a body needs no Content-Type.
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
      // Callers without a path pass an empty one.
      filePath: filePath === '' ? undefined : filePath,
      warnings,
    },
  }
}
