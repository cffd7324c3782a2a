/** One of the few looks that a task, a status or a verdict can have. */
export type Tone = 'info' | 'ok' | 'redirect' | 'client-error' | 'server-error' | 'failed' | 'aborted' | 'pending' | 'mocked' | 'plain'

/** Not every reader tells the colours apart, so each tone has a sign too. */
export const TONE_SIGNS: Readonly<Record<Tone, string>> = {
  info: '◦',
  ok: '●',
  redirect: '↪',
  'client-error': '▲',
  'server-error': '■',
  failed: '✕',
  aborted: '⊘',
  pending: '○',
  mocked: '◆',
  plain: '',
}
