import { InspectorError, type Issue } from '../../contract/inspector-error.ts'
import type { PanelSource } from '../../contract/panel-source.ts'
import { type TabId, tabWords } from '../words/tab-words.ts'
import { type ViewId, viewWords } from '../words/view-words.ts'

/** A place in the panel. What it does not name stays as it is. */
export interface PanelTarget {
  /** Default: the view in which the task or the tab is, else the one that is shown. */
  readonly view?: ViewId
  /** Opens the details of this task, and brings its row into sight. */
  readonly taskId?: string
  /** The tab of the details. A task that has no such tab is opened at the one that comes nearest. */
  readonly tab?: TabId
}

/** The view that lists the tasks and has their details. */
const VIEW_OF_TASKS: ViewId = 'requests'

/** Reads where to go. Throws InspectorError `bad-option` with a list of { path, message } when there is no such place. */
export function readPanelTarget(target: unknown, source: Pick<PanelSource, 'events'>): PanelTarget {
  if (typeof target !== 'object' || target === null || Array.isArray(target))
    throw fault([{ path: 'target', message: 'must be an object, such as { view: "requests" }.' }])
  const { view, taskId, tab, ...others } = target as Readonly<Record<string, unknown>>
  const issues: Issue[] = Object.keys(others).map((path) => ({ path, message: 'is unknown here: there are view, taskId and tab.' }))
  const check = (path: string, value: unknown, fine: boolean, message: string) => {
    if (value !== undefined && !fine) issues.push({ path, message })
  }
  check('view', view, isKey(viewWords.en, view), `must be one of ${Object.keys(viewWords.en).join(', ')}.`)
  check('tab', tab, isKey(tabWords.en, tab), `must be one of ${Object.keys(tabWords.en).join(', ')}.`)
  check(
    'taskId',
    taskId,
    typeof taskId === 'string' && source.events(taskId).length > 0,
    'must be the id of a recorded task (tasks() lists them).',
  )
  if (view !== undefined && view !== VIEW_OF_TASKS && (taskId !== undefined || tab !== undefined))
    issues.push({ path: 'view', message: `must be ${VIEW_OF_TASKS}, or be left out, for a task or a tab to be shown.` })
  if (issues.length > 0) throw fault(issues)
  const shown = taskId === undefined && tab === undefined ? view : VIEW_OF_TASKS
  return {
    ...(shown !== undefined && { view: shown as ViewId }),
    ...(taskId !== undefined && { taskId: taskId as string }),
    ...(tab !== undefined && { tab: tab as TabId }),
  }
}

function isKey(words: object, key: unknown): boolean {
  return typeof key === 'string' && Object.hasOwn(words, key)
}

function fault(issues: readonly Issue[]): InspectorError {
  return new InspectorError('bad-option', 'There is no such place in the panel.', { issues })
}
