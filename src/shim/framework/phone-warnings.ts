import type { PhoneWarning } from '../../contract/event/task-event.ts'
import type { FrameworkCall, PageRequest } from '../../contract/framework-call.ts'
import { METHODS } from '../request/request-options.ts'

/** Warnings for what works in a browser but not on a phone. */
export function phoneWarnings(call: FrameworkCall, request: Pick<PageRequest, 'method' | 'writtenUrl'>): readonly PhoneWarning[] {
  const { credentials, file, filePath, files, withCredentials } = call.given as Readonly<Record<string, unknown>>
  const warnings: PhoneWarning[] = []
  if (isRelative(request.writtenUrl)) warnings.push('relative-url')
  if (call.api === 'request' && !METHODS.has(request.method.toUpperCase())) warnings.push('method-not-on-phone')
  if (call.api === 'uploadFile') {
    const given = Array.isArray(files) ? files : []
    if (given.length > 1) warnings.push('several-files')
    if (file !== undefined || given.length > 0 || /^(?:blob|data|https?):/i.test(String(filePath))) warnings.push('page-file')
  }
  // Taro sends cookies with every upload; only those who asked for it are warned.
  if (withCredentials === true || credentials === 'include') warnings.push('page-cookies')
  return warnings
}

/** Whether the URL is relative to the page (URL-3). */
export function isRelative(url: string): boolean {
  return !/^(?:https?|wss?):\/\//i.test(url)
}
