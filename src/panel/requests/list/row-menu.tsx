import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { useMockGroups } from '../../mocks/call/use-mock-groups.ts'
import { Menu } from '../../parts/menu/menu.tsx'
import type { MenuAnchor } from '../../parts/menu/menu-items.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { mockWords } from '../../words/mock-words.ts'
import { rowMenuWords } from '../../words/row-menu-words.ts'
import { useWords } from '../../words/words.ts'
import { useRowGroups } from './use-row-groups.ts'

interface RowMenuProps {
  readonly at: MenuAnchor
  /** Has the focus again afterwards. */
  readonly grid: HTMLElement | null
  readonly onClose: () => void
}

/** The menu of the chosen rows. */
export function RowMenu({ at, grid, onClose }: RowMenuProps) {
  const words = useWords(rowMenuWords)
  return <Menu label={words.menu} groups={useRowGroups(useChosenTasks(), grid)} at={at} opener={grid} onClose={onClose} />
}

/** The answers that the chosen rows can get. */
export function MockMenu({ at, grid, onClose }: RowMenuProps) {
  const words = useWords(mockWords)
  const groups = useMockGroups(useChosenTasks())
  return groups.length > 0 && <Menu label={words.mockThis} groups={groups} at={at} opener={grid} onClose={onClose} />
}

function useChosenTasks(): readonly TaskSnapshot[] {
  const { store } = useInspector()
  const { selection, tasks } = store.getState()
  const chosen: TaskSnapshot[] = []
  for (const id of selection.selected) {
    const task = tasks.task(id)
    if (task) chosen.push(task)
  }
  return chosen
}
