import { Languages } from 'lucide-react'
import { MenuButton } from '../parts/menu/menu-button.tsx'
import { useInspector, useInspectorState } from '../store/inspector-context.ts'
import { listWords } from '../words/list-words.ts'
import { useWords } from '../words/words.ts'

/** The language and the theme of the panel. */
export function LookMenu() {
  const words = useWords(listWords)
  const { store } = useInspector()
  const language = useInspectorState((state) => state.preferences.language)
  const theme = useInspectorState((state) => state.preferences.theme)
  const languages = (['auto', 'zh', 'en'] as const).map((id) => ({
    id: `language-${id}`,
    label: words.languages[id],
    kind: 'radio' as const,
    checked: language === id,
    onSelect: () => store.actions.setPreferences({ language: id }),
  }))
  const themes = (['auto', 'light', 'dark'] as const).map((id) => ({
    id: `theme-${id}`,
    label: words.themes[id],
    kind: 'radio' as const,
    checked: theme === id,
    onSelect: () => store.actions.setPreferences({ theme: id }),
  }))
  return (
    <MenuButton
      label={words.menu}
      icon={<Languages size={14} aria-hidden="true" />}
      groups={[
        {
          id: 'look',
          items: [
            { id: 'language', label: words.language, note: words.languages[language], submenu: [{ id: 'languages', items: languages }] },
            { id: 'theme', label: words.theme, note: words.themes[theme], submenu: [{ id: 'themes', items: themes }] },
          ],
        },
      ]}
    />
  )
}
