import type { CopyForm } from '../../exchange/copy/copy-as.ts'
import type { CopyPart } from '../../exchange/copy/copy-parts.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import type { MenuGroup } from '../parts/menu/menu-items.ts'
import { writeClipboard } from '../parts/write-clipboard.ts'
import { useInspector } from '../store/inspector-context.ts'
import { exchangeWords } from '../words/exchange-words.ts'
import { partWords } from '../words/part-words.ts'
import { useWords } from '../words/words.ts'
import { replacedText } from './replaced-text.ts'

/** In the order in which they are offered; what writes them is loaded with the first. */
const REQUEST_FORMS: readonly CopyForm[] = ['curl', 'curl-cmd', 'powershell', 'fetch', 'wx', 'msw', 'har']
const SOCKET_FORMS: readonly CopyForm[] = ['wx', 'har']

/** What of calls goes to the clipboard, without its secrets until one asks for them; `beside` is an element of the panel. */
export function useCopy(tasks: readonly TaskSnapshot[], beside: () => HTMLElement | null) {
  const words = useWords(exchangeWords)
  const parts = useWords(partWords)
  const { source, store } = useInspector()

  const copy = async (what: CopyForm | CopyPart, redact = true): Promise<void> => {
    const calls = tasks.map(({ taskId }) => source.events(taskId))
    const isPart = what === 'url' || what === 'response'
    const { text, replaced } = isPart
      ? (await import('../../exchange/copy/copy-parts.ts')).copyParts(calls, what, redact)
      : (await import('../../exchange/copy/copy-as.ts')).copyCalls(calls, what, { redact, startedAt: source.startedAt })
    if (text === '') return
    const element = beside()
    if (!element || !(await writeClipboard(text, element))) {
      store.actions.setSnackbar({ text: parts.copyFailed })
      return
    }
    const done = isPart ? words.copiedPart[what] : words.copied(words.forms[what])
    const told = replaced.length === 0 ? '' : replacedText(replaced, words)
    store.actions.setSnackbar({
      text: [done, told].filter((part) => part !== '').join(' · '),
      ...(told !== '' && { act: { label: words.withSecrets, hint: words.withSecretsHint, run: () => void copy(what, false) } }),
    })
  }
  return copy
}

/** What calls can be copied as; `beside` is an element of the panel. */
export function useCopyGroups(tasks: readonly TaskSnapshot[], beside: () => HTMLElement | null): readonly MenuGroup[] {
  const words = useWords(exchangeWords)
  const copy = useCopy(tasks, beside)
  const [only] = tasks.length === 1 ? tasks : []

  if (tasks.length === 0) return []
  const sockets = tasks.some(({ socket }) => socket)
  const uploads = tasks.some(({ api }) => api === 'uploadFile')
  const unfinished = tasks.some(({ marks }) => marks.ended === undefined)
  const forms = (sockets ? SOCKET_FORMS : REQUEST_FORMS).filter(
    (form) => !(form === 'powershell' && uploads) && !(form === 'msw' && unfinished),
  )
  return [
    { id: 'url', items: [{ id: 'url', label: words.url, onSelect: () => void copy('url') }] },
    { id: 'forms', items: forms.map((form) => ({ id: form, label: words.forms[form], onSelect: () => void copy(form) })) },
    ...(only && only.state === 'succeeded'
      ? [{ id: 'response', items: [{ id: 'response', label: words.response, onSelect: () => void copy('response') }] }]
      : []),
  ]
}
