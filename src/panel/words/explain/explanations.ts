import type { TaskError } from '../../../contract/event/task-error.ts'
import type { TaskEventType } from '../../../contract/event/task-event.ts'
import { WX_PAGES, type WxPageKey } from '../../../wechat/facts/wx-pages.ts'
import { factsOfRule, isWxRule, type Sureness, type WxRuleName } from '../../../wechat/facts/wx-rule-facts.ts'
import type { Language } from '../dictionary.ts'
import { eventWords } from '../event-words.ts'
import { profileWords } from '../profile-words.ts'
import { type CallbackName, explainWords, type SettingPath } from './explain-words.ts'
import { PAGE_OF_CALLBACK, PAGE_OF_ERROR, PAGE_OF_EVENT } from './page-of-topic.ts'
import { rulesIn } from './rule-names.ts'

/** What can be explained. `errno` is a number that a `fail` was given, and `socket-event` what an event means for a socket alone. */
export interface Topics {
  readonly event: TaskEventType
  readonly 'socket-event': keyof typeof eventWords.en.socketMeans
  readonly callback: CallbackName
  readonly error: TaskError['kind']
  readonly errno: keyof typeof KIND_OF_ERRNO
  readonly profile: keyof typeof profileWords.en.means
  readonly 'socket-profile': keyof typeof profileWords.en.socket.means
  readonly setting: SettingPath
}

/** A short explanation, what it rests on, and how sure that is. */
export interface Explanation {
  readonly text: string
  /** The rules of docs/wechat.md that it names, in that order. */
  readonly rules: readonly WxRuleName[]
  /** The public page to read on. Absent for what is ours and not WeChat's. */
  readonly page?: WxPageKey
  readonly sure?: Sureness
}

/** The cause that each number stands for, where it stands for one. */
export const KIND_OF_ERRNO = {
  4: 'internal',
  5: 'timed-out',
  1001: 'bad-parameter',
  600001: 'network',
  600002: 'refused-domain',
  600003: 'interrupted',
  600006: 'no-cellular',
  600007: 'too-many-sockets',
  600008: 'too-many-redirects',
  600009: 'bad-url',
  600010: 'bad-data',
  602103: 'http-dns',
  602108: 'http-dns',
  602302: 'not-utf8',
  603300: 'file-not-saved',
  603301: 'file-too-large',
  603303: 'path-refused',
  605103: 'handshake-refused',
  1300202: 'storage-full',
} as const satisfies Readonly<Record<number, TaskError['kind']>>

/** The page that tells of a topic. */
const PAGES: { readonly [Kind in keyof Topics]: (name: Topics[Kind]) => WxPageKey | undefined } = {
  event: (name) => PAGE_OF_EVENT[name],
  'socket-event': () => 'st',
  callback: (name) => PAGE_OF_CALLBACK[name],
  error: (name) => PAGE_OF_ERROR[name],
  errno: (errno) => PAGE_OF_ERROR[KIND_OF_ERRNO[errno]],
  profile: () => 'req',
  'socket-profile': () => 'st',
  // Settings are ours; the rules that some of them name have pages.
  setting: () => undefined,
}

/** Explains one thing in a sentence or two. */
export function explain<Kind extends keyof Topics>(kind: Kind, name: Topics[Kind], language: Language): Explanation {
  const text = textOf(kind, name, language)
  const rules = rulesIn(text).filter(isWxRule)
  const [first] = rules
  const facts = first && factsOfRule(first)
  const page = PAGES[kind](name) ?? facts?.pages.find((each) => WX_PAGES[each].official) ?? facts?.pages[0]
  const sure = facts?.sure ?? (page && 'D')
  return { text, rules, ...(page && { page }), ...(sure && { sure }) }
}

function textOf<Kind extends keyof Topics>(kind: Kind, name: Topics[Kind], language: Language): string {
  const words = explainWords[language]
  const texts: { readonly [Each in keyof Topics]: Readonly<Record<Topics[Each], string>> } = {
    event: eventWords[language].means,
    'socket-event': eventWords[language].socketMeans,
    callback: words.callback,
    error: words.error,
    errno: Object.fromEntries(Object.entries(KIND_OF_ERRNO).map(([errno, error]) => [errno, words.error[error]])) as Record<
      Topics['errno'],
      string
    >,
    profile: profileWords[language].means,
    'socket-profile': profileWords[language].socket.means,
    setting: words.setting,
  }
  return texts[kind][name]
}
