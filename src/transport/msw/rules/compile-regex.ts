import type { RE2JS } from 're2js'
import { readLinearRegex } from '../../../contract/linear-regex.ts'

/** What was found, and its groups; `null` where nothing fits. */
type RegexMatch = Pick<RegExpExecArray, 'groups'> & readonly (string | undefined)[]
export type FindMatch = (text: string) => RegexMatch | null

let engine: typeof RE2JS | undefined
let loading: Promise<void> | undefined

/** Resolves when all that was compiled can run; `undefined` when it can now. Rejects when the engine of RE2 could not be loaded. */
export function whenRegexesRun(): Promise<void> | undefined {
  return loading
}

/** Turns a regular expression of a rule into a search that no text can make slow. Total: whatever `parseRules` lets through compiles. */
export function compileRegex(source: string, flags: string): FindMatch {
  const lasting = flags.replace(/[gy]/g, '')
  const regex = readLinearRegex(source, lasting)
  if (!('pattern' in regex)) {
    const native = new RegExp(source, lasting)
    return (text) => native.exec(text)
  }
  loadEngine()
  let compiled: RE2JS | undefined
  return (text) => {
    if (!engine) throw new Error('A regular expression of a rule was asked before its engine was there.')
    compiled ??= engine.compile(regex.pattern, lasting.includes('i') ? engine.CASE_INSENSITIVE : 0)
    return compiled.exec(text) as RegexMatch | null
  }
}

/** It weighs 45 kB, and most rules do without it. */
function loadEngine(): void {
  if (engine || loading) return
  loading = import('re2js').then((module) => {
    engine = module.RE2JS
    loading = undefined
  })
  loading.catch(() => {})
}
