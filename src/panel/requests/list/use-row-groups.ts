import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { isFixed, patchFor } from '../../domains/domain-fix.ts'
import { canResend, isEditable, resendTasks } from '../../exchange/resend-tasks.ts'
import { useCopyGroups } from '../../exchange/use-copy-groups.ts'
import { toggleTerm } from '../../filter/toggle-term.ts'
import { useBlockItems } from '../../mocks/call/use-block-items.ts'
import { useMockGroups } from '../../mocks/call/use-mock-groups.ts'
import { formatCount } from '../../parts/format.ts'
import type { MenuGroup, MenuItem } from '../../parts/menu/menu-items.ts'
import { splitUrl } from '../../rows/url-parts.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { useSingleKey } from '../../store/single-keys.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { exchangeWords } from '../../words/exchange-words.ts'
import { listWords } from '../../words/list-words.ts'
import { mockWords } from '../../words/mock-words.ts'
import { rowMenuWords } from '../../words/row-menu-words.ts'
import { useWords } from '../../words/words.ts'
import { useHoldItems } from '../held/use-hold-items.ts'
import { removeTasks } from '../marks/remove-tasks.ts'
import { useMarkItems } from '../marks/use-mark-items.ts'

/** What can be done to some calls of the list; `beside` is an element of the panel. Acts that one call alone allows are left out for several. */
export function useRowGroups(tasks: readonly TaskSnapshot[], beside: HTMLElement | null): readonly MenuGroup[] {
  const words = useWords(rowMenuWords)
  const list = useWords(listWords)
  const exchange = useWords(exchangeWords)
  const copies = useCopyGroups(tasks, () => beside)
  const { announce, source, store } = useInspector()
  const settings = useSourceState(source)?.settings
  const [only] = tasks.length === 1 ? tasks : []
  const [first, second] = tasks.length === 2 ? tasks.toSorted((one, other) => one.number - other.number) : []
  const pair = first && second && ([first.taskId, second.taskId] as const)
  const compare = (taskIds: readonly [string, string]): MenuItem => ({
    id: 'compare',
    label: words.compare.act,
    onSelect: () => store.actions.compare(taskIds),
  })
  const mock = useWords(mockWords)
  const mocks = useMockGroups(tasks)
  const block = useBlockItems(tasks)
  const hold = useHoldItems(tasks)
  const marks = useMarkItems(tasks.map(({ taskId }) => taskId))

  const running = tasks.filter(({ api, marks }) => api !== 'page' && marks.ended === undefined)
  const abort: MenuItem = {
    id: 'abort',
    label: words.abort(formatCount(running.length)),
    shortcut: useSingleKey('A'),
    onSelect: () => {
      for (const { taskId } of running) source.send?.({ type: 'abort', taskId })
      announce(words.didAbort(formatCount(running.length)))
    },
  }
  const fix = only?.check?.verdict === 'refused' && !only.check.reported ? only.check.fix : undefined
  const allow: MenuItem[] =
    fix && settings && !isFixed(fix, settings)
      ? [
          {
            id: 'allow',
            label: fix.kind === 'switch-off' ? list.allowRow['switch-off'] : list.allowRow[fix.kind](fix.origin),
            onSelect: () => {
              source.send?.({ type: 'configure', patch: patchFor(fix, settings) })
              announce(fix.kind === 'switch-off' ? list.didTurnOff : list.didAllow(fix.origin))
            },
          },
        ]
      : []
  const copy: MenuItem = { id: 'copy', label: exchange.copy, submenu: copies }
  const again = tasks.filter(canResend)
  const resend: MenuItem = {
    id: 'resend',
    label: exchange.resend(formatCount(again.length)),
    shortcut: useSingleKey('R'),
    onSelect: () =>
      void resendTasks(
        { source, store },
        again.map(({ taskId }) => taskId),
        exchange,
      ),
  }
  const edit: MenuItem = {
    id: 'edit',
    label: exchange.edit,
    onSelect: () => store.actions.setDialog({ kind: 'request', ...(only && { taskId: only.taskId }) }),
  }
  const filters = only ? termsOf(only) : []
  const filterBy: MenuItem = {
    id: 'filter',
    label: words.filterBy,
    submenu: [
      {
        id: 'terms',
        items: filters.map((term) => ({
          id: term,
          label: term,
          onSelect: () => store.actions.setQuery(toggleTerm(store.getState().query, term)),
        })),
      },
    ],
  }
  const remove: MenuItem = {
    id: 'remove',
    label: words.remove(formatCount(tasks.length)),
    shortcut: 'Del',
    onSelect: () =>
      void removeTasks(
        source,
        store,
        tasks.map(({ taskId }) => taskId),
      ),
  }
  const groups = [
    {
      id: 'open',
      items: only
        ? [{ id: 'open', label: words.open, shortcut: 'Enter', onSelect: () => store.actions.show({ taskId: only.taskId }) }]
        : [],
    },
    { id: 'mock', items: mocks.length > 0 ? [{ id: 'mock', label: mock.mockThis, submenu: mocks }] : [] },
    { id: 'hold', items: hold },
    {
      id: 'act',
      items: source.send
        ? [
            ...(again.length > 0 ? [resend] : []),
            ...(only && isEditable(only) ? [edit] : []),
            ...(running.length > 0 ? [abort] : []),
            ...allow,
            ...block,
          ]
        : [],
    },
    { id: 'mark', items: pair ? [compare(pair), ...marks] : marks },
    { id: 'copy', items: [copy, ...(filters.length > 0 ? [filterBy] : [])] },
    { id: 'remove', items: source.send ? [remove] : [] },
  ]
  return groups.filter(({ items }) => items.length > 0)
}

/** What of a call others may have too, as terms of the filter. */
function termsOf({ method, page, ruleName, statusCode, url }: TaskSnapshot): readonly string[] {
  const { host, path } = splitUrl(url)
  const quoted = (text: string) => (/[\s()]/.test(text) ? `"${text}"` : text)
  const isPlain = (text: string | undefined) => text !== undefined && text !== '' && text.length < 200 && !/["\\]/.test(text)
  return [
    ...(isPlain(host) ? [`domain:${host}`] : []),
    ...(isPlain(path) ? [`url:${quoted(path)}`] : []),
    ...(statusCode === undefined ? [] : [`status:${statusCode}`]),
    ...(isPlain(method) ? [`method:${quoted(method)}`] : []),
    ...(page !== undefined && isPlain(page) ? [`page:${quoted(page)}`] : []),
    ...(ruleName !== undefined && isPlain(ruleName) ? [`rule:${quoted(ruleName)}`] : []),
  ]
}
