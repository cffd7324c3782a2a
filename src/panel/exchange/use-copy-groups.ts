import type { CopyForm } from '../../exchange/copy/copy-as.ts'
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

/** What calls can be copied as; `beside` is an element of the panel. */
export function useCopyGroups(tasks: readonly TaskSnapshot[], beside: () => HTMLElement | null): readonly MenuGroup[] {
  const words = useWords(exchangeWords)
  const parts = useWords(partWords)
  const { source, store, announce } = useInspector()
  const [only] = tasks.length === 1 ? tasks : []

  const write = async (text: string): Promise<boolean> => {
    const element = beside()
    const worked = element !== null && (await writeClipboard(text, element))
    if (!worked) store.actions.setSnackbar({ text: parts.copyFailed })
    return worked
  }

  const copyAs = async (form: CopyForm, redact: boolean): Promise<void> => {
    const { copyCalls } = await import('../../exchange/copy/copy-as.ts')
    const calls = tasks.map(({ taskId }) => source.events(taskId))
    const { text, replaced } = copyCalls(calls, form, { redact, startedAt: source.startedAt })
    if (!(await write(text))) return
    const told = replaced.length === 0 ? '' : replacedText(replaced, words)
    store.actions.setSnackbar({
      text: [words.copied(words.forms[form]), told].filter((part) => part !== '').join(' · '),
      ...(told !== '' && { act: { label: words.withSecrets, hint: words.withSecretsHint, run: () => void copyAs(form, false) } }),
    })
  }

  const copyUrls = async (): Promise<void> => {
    if (await write(tasks.map(({ url }) => url).join('\n'))) announce(parts.copied)
  }

  const copyResponse = async (taskId: string): Promise<void> => {
    const ended = source.events(taskId).find((event) => event.type === 'succeeded')
    if (ended?.body.kind === 'text' && (await write(ended.body.text))) store.actions.setSnackbar({ text: words.copiedResponse })
  }

  if (tasks.length === 0) return []
  const sockets = tasks.some(({ socket }) => socket)
  const uploads = tasks.some(({ api }) => api === 'uploadFile')
  const unfinished = tasks.some(({ marks }) => marks.ended === undefined)
  const forms = (sockets ? SOCKET_FORMS : REQUEST_FORMS).filter(
    (form) => !(form === 'powershell' && uploads) && !(form === 'msw' && unfinished),
  )
  return [
    { id: 'url', items: [{ id: 'url', label: words.url, onSelect: copyUrls }] },
    { id: 'forms', items: forms.map((form) => ({ id: form, label: words.forms[form], onSelect: () => void copyAs(form, true) })) },
    ...(only && only.state === 'succeeded'
      ? [{ id: 'response', items: [{ id: 'response', label: words.response, onSelect: () => void copyResponse(only.taskId) }] }]
      : []),
  ]
}
