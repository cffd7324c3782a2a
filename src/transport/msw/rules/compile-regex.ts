import type { RE2JS } from 're2js'
import { readLinearRegex } from '../../../contract/regex/linear-regex.ts'

/** The match and its groups; `null` without one. */
type RegexMatch = Pick<RegExpExecArray, 'groups'> & readonly (string | undefined)[]
export type FindMatch = (text: string) => RegexMatch | null

let engine: typeof RE2JS | undefined
let loading: Promise<void> | undefined

/** Resolves when all compiled expressions can run; `undefined` if they can now. Rejects if the RE2 engine could not be loaded. */
export function whenRegexesRun(): Promise<void> | undefined {
  return loading
}

/** Compiles a regular expression of a rule to a search in linear time. Never throws for an expression that `parseRules` accepted. */
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

/** Loaded on demand: it weighs 45 kB and few rules need it. */
function loadEngine(): void {
  if (engine || loading) return
  loading = import('re2js').then((module) => {
    engine = module.RE2JS
    loading = undefined
  })
  loading.catch(() => {})
}
