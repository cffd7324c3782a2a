import { lazyComponent } from '../../parts/lazy-component.tsx'
import { PlainMatch } from './plain-match.tsx'
import { PlainResponse } from './plain-response.tsx'
import { PlainRule } from './plain-rule.tsx'
import { PlainWhy } from './plain-why.tsx'

// Fetched only when one is asked for. Beside a script tag they are a file of their own (tools/one-file.mjs), which may not be there.

export const RuleEditor = lazyComponent(async () => (await import('../editor/rule-editor.tsx')).RuleEditor, {
  when: 'asked',
  Otherwise: PlainRule,
})
export const ResponseEditor = lazyComponent(async () => (await import('../editor/response-editor.tsx')).ResponseEditor, {
  when: 'asked',
  Otherwise: PlainResponse,
})
export const MatchEditor = lazyComponent(async () => (await import('../editor/match-editor.tsx')).MatchEditor, {
  when: 'asked',
  Otherwise: PlainMatch,
})
export const WhyCall = lazyComponent(async () => (await import('../editor/why-call.tsx')).WhyCall, { when: 'asked', Otherwise: PlainWhy })
