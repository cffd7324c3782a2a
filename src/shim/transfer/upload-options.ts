import { messageOf } from '../../contract/describe.ts'
import type { Settings } from '../../contract/settings.ts'
import { typeName } from '../../wechat/check-parameters.ts'
import type { CallPlan, Reading } from '../call/open-call.ts'
import { checkOptions, headerObject, withoutHash } from '../options/check-options.ts'
import { requestHeader } from '../options/request-header.ts'
import { timeoutOf } from '../options/timeout-of.ts'
import { drawBoundary, formFields } from './multipart-form.ts'

/** An upload that can be sent once its file is read. */
export interface UploadPlan extends CallPlan {
  readonly filePath: string
  /** The name of the field that holds the file. */
  readonly name: string
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly boundary: string
}

/** Reads the options of wx.uploadFile (docs/wechat.md, section 8), in this order: parameters, URL, data (DOM-17). */
export function readUploadOptions(option: unknown, settings: Settings): Reading<UploadPlan> {
  const checked = checkOptions(option, 'uploadFile', ['filePath', 'name'], settings)
  if ('refusal' in checked) return checked
  const { options, url, warnings } = checked
  const boundary = drawBoundary()
  const header = requestHeader(headerObject(options['header'], warnings), settings, { fixed: `multipart/form-data; boundary=${boundary}` })
  if (header.dropped.length > 0) warnings.push('header-dropped')
  const { formData } = options
  if (formData !== undefined && formData !== null && typeName(formData) !== 'Object') warnings.push('form-data-not-object')
  let fields: UploadPlan['fields']
  try {
    fields = formFields(formData)
  } catch (thrown) {
    // CONV-20, for data that JSON cannot hold and for getters that throw.
    return { refusal: { reason: { kind: 'bad-data', detail: messageOf(thrown) }, atOnce: false } }
  }
  return {
    plan: {
      method: 'POST',
      url: withoutHash(url),
      header: header.list,
      dropped: header.dropped,
      timeout: timeoutOf('uploadFile', options['timeout'], settings),
      filePath: options['filePath'] as string,
      name: options['name'] as string,
      fields,
      boundary,
      warnings,
    },
  }
}
