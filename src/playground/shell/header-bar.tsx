import { Contrast, Languages, Moon, Sun } from 'lucide-react'
import type { Theme } from '../../entry/inspector/inspector-types.ts'
import { type Language, useWords } from '../../entry/words.ts'
import { shellWords } from '../words/shell-words.ts'
import { type PagePlace, SCREENS, searchOf } from './page-place.ts'
import { ProductMark } from './product-mark.tsx'

const NEXT_THEME: Readonly<Record<Theme, Theme>> = { auto: 'light', light: 'dark', dark: 'auto' }
const THEME_ICONS = { auto: Contrast, light: Sun, dark: Moon }

export interface HeaderBarProps {
  readonly language: Language
  readonly theme: Theme
  /** Absent where there is nothing but the panel. */
  readonly place?: PagePlace
  go(place: PagePlace): void
  onLanguage(language: Language): void
  onTheme(theme: Theme): void
}

/** The product's name, the screens of the page, and what is true of all of them: language and theme. */
export function HeaderBar({ language, theme, place, go, onLanguage, onTheme }: HeaderBarProps) {
  const words = useWords(shellWords)
  const ThemeIcon = THEME_ICONS[theme]
  return (
    <header className="header-bar">
      <h1 className="header-name">
        <ProductMark />
        <span className="header-word">wx-request-inspector</span>
      </h1>
      {place && (
        <nav className="header-screens" aria-label={words.screens}>
          {SCREENS.map((screen) => (
            <a
              key={screen}
              href={searchOf({ screen }, location.search) || location.pathname}
              aria-current={screen === place.screen ? 'page' : undefined}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return
                event.preventDefault()
                go({ screen })
              }}
            >
              {words.screenNames[screen]}
            </a>
          ))}
        </nav>
      )}
      <div className="header-controls">
        <button
          type="button"
          className="header-button is-icon"
          aria-label={words.otherLanguage}
          title={words.otherLanguage}
          onClick={() => onLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          <Languages size={15} aria-hidden="true" />
          <span>{language === 'zh' ? 'EN' : '中'}</span>
        </button>
        <button
          type="button"
          className="header-button is-icon"
          aria-label={words.theme(words.themes[theme])}
          title={words.theme(words.themes[theme])}
          onClick={() => onTheme(NEXT_THEME[theme])}
        >
          <ThemeIcon size={15} aria-hidden="true" />
        </button>
      </div>
    </header>
  )
}
