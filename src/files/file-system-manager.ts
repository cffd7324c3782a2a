import type { FileSystemManager } from '../contract/wx/wx-files.ts'
import { checkParameters } from '../wechat/check-parameters.ts'
import { runApiSilently, runApiSync } from '../wechat/run-api.ts'
import { getSavedFileList, mkdir, readdir, removeSavedFile, rename, rmdir, unlink } from './directory-calls.ts'
import { type FileCall, type FileCallContext, workLater, workNow } from './file-call.ts'
import { access, appendFile, copyFile, getFileInfo, readFile, saveFile, stat, writeFile } from './file-calls.ts'

// biome-ignore lint/suspicious/noExplicitAny: a table of calls with different options; each is typed where it is defined.
type AnyCall = FileCall<any, any>

const BOTH_FORMS: Readonly<Record<string, AnyCall>> = {
  access,
  appendFile,
  copyFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rmdir,
  saveFile,
  stat,
  unlink,
  writeFile,
}

const ONE_FORM: Readonly<Record<string, AnyCall>> = { getFileInfo, getSavedFileList, removeSavedFile }

/** The FileSystemManager of a page. Its methods are own properties and work unbound; none returns a Promise. */
export function createFileSystemManager(context: FileCallContext): FileSystemManager {
  const methods: Record<string, unknown> = {}
  for (const [api, call] of Object.entries({ ...BOTH_FORMS, ...ONE_FORM })) {
    methods[api] = (option?: unknown) => runApiSilently(api, option, () => workOn(call, option, context))
  }
  for (const [api, call] of Object.entries(BOTH_FORMS)) {
    methods[`${api}Sync`] = (...given: unknown[]) => runNow(`${api}Sync`, call, given, context)
  }
  return methods as unknown as FileSystemManager
}

/** Calls the form with callbacks; its result has the value under the name that WeChat gives it. */
// biome-ignore lint/suspicious/noExplicitAny: the names of results are data in the table, which types cannot follow.
export async function workOn(call: AnyCall, option: unknown, context: FileCallContext): Promise<any> {
  const value = await workLater(call, checkParameters(option ?? {}, call.types), context)
  return call.gives === undefined ? {} : { [call.gives]: value }
}

function runNow(api: string, call: AnyCall, given: readonly unknown[], context: FileCallContext): unknown {
  return runApiSync(api, () => {
    const option = checkParameters(Object.fromEntries(call.order.map((name, nth) => [name, given[nth]])), call.types)
    return workNow(call, option, context)
  })
}
