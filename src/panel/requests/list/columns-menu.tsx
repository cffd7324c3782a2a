import { Columns3 } from 'lucide-react'
import { MenuButton } from '../../parts/menu/menu-button.tsx'
import { listWords } from '../../words/list-words.ts'
import { useWords } from '../../words/words.ts'
import { useColumnGroups } from './use-column-groups.ts'

/** Which columns the list shows. */
export function ColumnsMenu() {
  return <MenuButton label={useWords(listWords).columns} icon={<Columns3 size={14} aria-hidden="true" />} groups={useColumnGroups()} />
}
