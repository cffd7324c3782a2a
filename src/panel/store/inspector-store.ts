import { createStore, type StoreApi } from 'zustand/vanilla'
import { nextTask } from '../../contract/clock.ts'
import type { TaskApi, TaskEvent } from '../../contract/event/task-event.ts'
import { changeMark, type MarkChange, type TaskMark } from '../../contract/event/task-mark.ts'
import type { Notice, SourceState } from '../../contract/panel-source.ts'
import type { TaskReader } from '../../recorder/tasks/task-reader.ts'
import { TaskStore } from '../../recorder/tasks/task-store.ts'
import { narrowsText } from '../filter/narrows-text.ts'
import { type Filter, parseFilter } from '../filter/parse-filter.ts'
import { type ColumnId, DEFAULT_COLUMNS, type ListOrder } from '../rows/column-values.ts'
import { type GroupBy, groupLines, isGroupId, type ListLines } from '../rows/list-lines.ts'
import { RowIndex, type RowTest } from '../rows/row-index.ts'
import type { TabId } from '../words/tab-words.ts'
import type { ViewId } from '../words/view-words.ts'
import { MainHost } from './main-host.ts'
import type { PanelTarget } from './panel-target.ts'
import { type ChosenPreferences, DEFAULT_PREFERENCES, type PanelPreferences, type StorageTrouble } from './saved-settings.ts'
import { extendTo, NO_SELECTION, type Selection, selectAll, selectOne, toggle, withoutTasks } from './selection.ts'

/** How the host wants the panel to look. */
export type HostLook = Partial<Pick<PanelPreferences, 'language' | 'theme'>>

/**
 * What one mounted panel shows. `rows`, `mainHost` and `running` change in place, since copying fifty thousand rows
 * for each new one would cost more than drawing them; `version` moves whenever one of them did.
 */
export interface InspectorState {
  readonly version: number
  /** What is known of the tasks by now, which may be more than the rows say. */
  readonly tasks: TaskReader
  readonly rows: RowIndex
  readonly mainHost: MainHost
  /** Calls of `wx` that have not ended: those that can be aborted. */
  readonly running: Set<string>
  readonly kept: SourceState['kept'] | undefined

  readonly query: string
  readonly filter: Filter
  /** Shows only this kind of task. */
  readonly kind: TaskApi | 'all'
  readonly order: ListOrder | undefined
  /** The columns that the list has room for, of those that are wanted. */
  readonly columns: readonly ColumnId[]
  /** Groups whose calls are not shown, by their ids. */
  readonly collapsed: ReadonlySet<string>
  readonly selection: Selection
  /** What a person noted about calls, by their ids; the latest last. */
  readonly taskMarks: ReadonlyMap<string, TaskMark>
  /** The calls whose note is being written. */
  readonly noting: readonly string[] | undefined
  /** The two calls that are being compared. */
  readonly comparing: readonly [one: string, other: string] | undefined
  /** The task whose details are open. */
  readonly opened: string | undefined
  /** The tab that they show. The next task is opened at it too, so that one thing can be compared along the list. */
  readonly openedAt: TabId
  readonly view: ViewId
  /** As they hold: what a person chose, else what the host set, else the default. */
  readonly preferences: PanelPreferences
  readonly chosen: ChosenPreferences
  readonly hostLook: HostLook
  /** What the storage of the panel's own preferences refused. */
  readonly trouble: StorageTrouble | undefined
  /** What came of the last thing that the panel asked for in vain. */
  readonly refusal: Notice | undefined
  /** What came of the last act of the person. */
  readonly snackbar: SnackbarContent | undefined
  /** The dialog that is open over the panel. */
  readonly dialog: PanelDialog | undefined
}

/** What is written or chosen over the panel. */
export type PanelDialog = RequestDraft | { readonly kind: 'har' | 'compare-sessions' | 'report' | 'header-column' }

/** A request to be written: with `taskId` that of a task, to be sent again, and with `pasted` one from the clipboard. */
export interface RequestDraft {
  readonly kind: 'request'
  readonly taskId?: string
  readonly pasted?: string
  /** Whether it is to be sent several times: the number is asked for first. */
  readonly severalTimes?: boolean
}

/** A short line, and at most one thing to do about it. */
export interface SnackbarContent {
  readonly text: string
  readonly act?: { readonly label: string; readonly hint?: string; readonly run: () => void }
}

export interface IngestOptions {
  readonly kept?: SourceState['kept']
  /** Whether it is drawn at once; else with the next that is. Default true. */
  readonly draws?: boolean
  /** Whether tasks may also have gone back, as in a replay. Default false. */
  readonly anew?: boolean
}

export interface InspectorActions {
  /** Starts from nothing, for a source that is new, that cleared or that brought back. Bodies are searched in the events. */
  reset(tasks: TaskReader, eventsOf?: (taskId: string) => readonly TaskEvent[]): void
  /** Takes in what became of tasks. `gone` are those that the source no longer holds. */
  ingest(taskIds: Iterable<string>, gone: ReadonlySet<string>, how?: IngestOptions): void
  setQuery(query: string): void
  setKind(kind: TaskApi | 'all'): void
  setOrder(order: ListOrder | undefined): void
  /** Tells which columns the list shows by now. */
  setColumns(columns: readonly ColumnId[]): void
  choose(taskId: string, how: 'one' | 'extend' | 'toggle'): void
  chooseAll(): void
  clearSelection(): void
  /** Changes what is noted about calls. */
  mark(taskIds: readonly string[], change: MarkChange): void
  /** Takes over what was noted about calls elsewhere. */
  addMarks(marks: ReadonlyMap<string, TaskMark>): void
  /** Asks for the note of these calls; `undefined` ends it. */
  writeNote(taskIds: readonly string[] | undefined): void
  /** Compares two calls; `undefined` ends it. */
  compare(taskIds: readonly [one: string, other: string] | undefined): void
  /** Goes to a view, to the details of a task, to a tab of them. What the target leaves out stays: a task is opened at the tab that was shown last. */
  show(target: PanelTarget): void
  /** Closes the details. */
  close(): void
  /** What a person chooses. */
  setPreferences(change: ChosenPreferences): void
  /** Puts calls together that have something in common. */
  groupBy(by: GroupBy): void
  /** Folds a group, or unfolds it. */
  toggleGroup(id: string): void
  /** Shows the slots or puts them away. They stand on the shared axis. */
  toggleLanes(): void
  /** What was chosen in another tab takes the place of what was chosen here. */
  replaceChosen(chosen: ChosenPreferences): void
  /** What the host sets; it is not kept. */
  setHostLook(change: HostLook): void
  setTrouble(trouble: StorageTrouble | undefined): void
  setRefusal(refusal: Notice | undefined): void
  setSnackbar(snackbar: SnackbarContent | undefined): void
  setDialog(dialog: PanelDialog | undefined): void
}

/** Slices that are read before what they found is drawn. */
const MOST_SLICES = 4

export type InspectorStore = StoreApi<InspectorState> & { readonly actions: InspectorActions }

/** Makes the state of one panel. `startedAt` is epoch ms of zero on the session clock, for the times that rows show. */
export function createInspectorStore(
  chosen: ChosenPreferences = {},
  hostLook: HostLook = {},
  trouble?: StorageTrouble,
  startedAt = 0,
  taskMarks: InspectorState['taskMarks'] = new Map(),
): InspectorStore {
  const store = createStore<InspectorState>()((_set, get) => ({
    ...emptyList(new TaskStore(), get),
    taskMarks,
    noting: undefined,
    comparing: undefined,
    version: 0,
    query: '',
    filter: parseFilter(''),
    kind: 'all',
    collapsed: new Set(),
    selection: NO_SELECTION,
    view: 'requests',
    ...layer(chosen, hostLook),
    trouble,
    refusal: undefined,
    snackbar: undefined,
    dialog: undefined,
    kept: undefined,
    order: undefined,
    columns: DEFAULT_COLUMNS,
    opened: undefined,
    openedAt: 'overview',
  }))
  return Object.assign(store, { actions: actionsOn(store, startedAt) })
}

function actionsOn(store: StoreApi<InspectorState>, startedAt: number): InspectorActions {
  const { getState, setState } = store
  const arrange = (change: Partial<Pick<InspectorState, 'query' | 'filter' | 'kind' | 'order'>>) => {
    const before = getState()
    const next = { ...before, ...change }
    const narrows = next.kind === before.kind && narrowsText(before.query, next.query)
    const moved = next.rows.arrange(testOf(next), next.order, narrows)
    setState({ ...change, ...(moved && { version: next.version + 1 }) })
    void readOn()
  }
  /** Reads what the filter asks for beyond the rows, slice by slice, so that the page can paint between them. */
  let reading = false
  const readOn = async () => {
    if (reading) return
    reading = true
    for (let slices = 1; getState().rows.progress.waiting > 0; slices++) {
      await nextTask()
      const { rows, version } = getState()
      rows.readOn()
      if (slices % MOST_SLICES === 0 || rows.progress.waiting === 0) setState({ version: version + 1 })
    }
    reading = false
  }
  return {
    reset: (tasks, eventsOf) => {
      const { version, filter, kind, order, rows: before } = getState()
      const list = emptyList(tasks, getState, eventsOf)
      list.rows.arrange(testOf({ filter, kind }), order)
      setState({ ...list, version: version + 1, selection: NO_SELECTION, opened: undefined })
      before.release()
    },
    ingest: (taskIds, gone, { kept, draws = true, anew = false } = {}) => {
      const { tasks, rows, mainHost, running, version, selection, opened } = getState()
      const changed = []
      for (const id of taskIds) {
        const task = tasks.glanceAt(id)
        // One that came and was dropped since the last frame.
        if (!task) continue
        changed.push(task)
        if (!rows.row(id)) mainHost.add(task.url)
        if (task.api !== 'page' && task.marks.ended === undefined) running.add(id)
        else running.delete(id)
      }
      rows.follow(changed, anew)
      void readOn()
      if (gone.size > 0) {
        rows.drop(gone)
        for (const id of gone) running.delete(id)
      }
      if (!draws) return
      setState({
        version: version + 1,
        ...(kept && { kept }),
        ...(gone.size > 0 && { selection: withoutTasks(selection, (id) => gone.has(id)) }),
        ...(opened !== undefined && gone.has(opened) && { opened: undefined }),
      })
    },
    setQuery: (query) => arrange({ query, filter: parseFilter(query, startedAt) }),
    setKind: (kind) => arrange({ kind }),
    setOrder: (order) => arrange({ order }),
    setColumns: (columns) => setState({ columns }),
    choose: (taskId, how) => {
      const { selection, opened } = getState()
      if (isGroupId(taskId) && how !== 'extend') {
        setState({ selection: { cursor: taskId, anchor: taskId, selected: new Set() } })
        return
      }
      const chosen =
        how === 'one'
          ? selectOne(taskId)
          : how === 'extend'
            ? extendTo(selection, linesIn(getState()).ids, taskId)
            : toggle(selection, taskId)
      // Open details follow the cursor, as they do in every network panel.
      setState({ selection: chosen, ...(opened !== undefined && how === 'one' && { opened: taskId }) })
    },
    chooseAll: () => setState(({ selection, rows }) => ({ selection: selectAll(selection, rows.ids) })),
    clearSelection: () =>
      setState(({ selection: { cursor } }) => ({
        selection: { ...(cursor !== undefined && { cursor, anchor: cursor }), selected: new Set<string>() },
      })),
    addMarks: (marks) => {
      const { rows, taskMarks, tasks, version } = getState()
      setState({ taskMarks: new Map([...taskMarks, ...marks]) })
      rows.follow([...marks.keys()].flatMap((id) => tasks.glanceAt(id) ?? []))
      setState({ version: version + 1 })
    },
    mark: (taskIds, change) => {
      const taskMarks = new Map(getState().taskMarks)
      for (const id of taskIds) {
        const mark = changeMark(taskMarks.get(id), change)
        taskMarks.delete(id)
        if (mark) taskMarks.set(id, mark)
      }
      setState({ taskMarks })
      const { rows, tasks, version } = getState()
      rows.follow(taskIds.flatMap((id) => tasks.glanceAt(id) ?? []))
      setState({ version: version + 1 })
    },
    writeNote: (noting) => setState({ noting }),
    compare: (comparing) => setState({ comparing }),
    show: ({ view, taskId, tab }) =>
      setState(({ selection }) => ({
        ...(view !== undefined && { view }),
        ...(tab !== undefined && { openedAt: tab }),
        // A row that is one of several chosen ones stays so.
        ...(taskId !== undefined && { opened: taskId, ...(selection.cursor !== taskId && { selection: selectOne(taskId) }) }),
      })),
    close: () => setState({ opened: undefined }),
    setPreferences: (change) => setState(({ chosen, hostLook }) => layer({ ...chosen, ...change }, hostLook)),
    groupBy: (groupBy) =>
      setState(({ chosen, hostLook, version }) => ({
        ...layer({ ...chosen, groupBy }, hostLook),
        collapsed: new Set(),
        version: version + 1,
      })),
    toggleGroup: (id) =>
      setState(({ collapsed, version }) => {
        const next = new Set(collapsed)
        if (!next.delete(id)) next.add(id)
        return { collapsed: next, version: version + 1 }
      }),
    toggleLanes: () => {
      const { axis, lanes } = getState().preferences
      const shown = lanes && axis === 'shared'
      setState(({ chosen, hostLook }) => layer({ ...chosen, lanes: !shown, ...(!shown && { axis: 'shared' as const }) }, hostLook))
    },
    replaceChosen: (chosen) => setState(({ hostLook }) => layer(chosen, hostLook)),
    setHostLook: (change) => setState(({ chosen, hostLook }) => layer(chosen, { ...hostLook, ...change })),
    setTrouble: (trouble) => setState({ trouble }),
    setRefusal: (refusal) => setState({ refusal }),
    setSnackbar: (snackbar) => setState({ snackbar }),
    setDialog: (dialog) => setState({ dialog }),
  }
}

interface KnownLines {
  readonly by: GroupBy
  readonly collapsed: ReadonlySet<string>
  readonly version: number
  readonly lines: ListLines
}
const knownLines = new WeakMap<RowIndex, KnownLines>()

/** The lines of the list, put together once for each version. */
export function linesIn({ collapsed, preferences: { groupBy: by }, rows, version }: InspectorState): ListLines {
  if (by === 'none') return groupLines(rows, by, collapsed)
  const known = knownLines.get(rows)
  if (known?.version === version && known.by === by && known.collapsed === collapsed) return known.lines
  const lines = groupLines(rows, by, collapsed)
  knownLines.set(rows, { by, collapsed, version, lines })
  return lines
}

function layer(chosen: ChosenPreferences, hostLook: HostLook): Pick<InspectorState, 'preferences' | 'chosen' | 'hostLook'> {
  return { chosen, hostLook, preferences: { ...DEFAULT_PREFERENCES, ...hostLook, ...chosen } }
}

function emptyList(
  tasks: TaskReader,
  state: () => InspectorState,
  eventsOf?: (taskId: string) => readonly TaskEvent[],
): Pick<InspectorState, 'tasks' | 'rows' | 'mainHost' | 'running'> {
  const rows = new RowIndex(tasks, eventsOf, (taskId) => state().taskMarks.get(taskId))
  return { tasks, rows, mainHost: new MainHost(), running: new Set() }
}

/** The one test that a task has to pass to be shown, or `undefined` when everything does. */
function testOf({ filter, kind }: Pick<InspectorState, 'filter' | 'kind'>): RowTest | undefined {
  if (kind === 'all') return filter.empty ? undefined : filter.matches
  return (row, reader) => row.api === kind && filter.matches(row, reader)
}
