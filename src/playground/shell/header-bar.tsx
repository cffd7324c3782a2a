import { Contrast, Languages, MonitorSmartphone, Moon, Smartphone, Sun, Wifi, WifiOff } from 'lucide-react'
import type { Platform } from '../../contract/event/platform.ts'
import type { NetworkConditions } from '../../contract/network-conditions.ts'
import type { Theme } from '../../entry/inspector/inspector-types.ts'
import type { Settings, SettingsPatch } from '../../entry/inspector.ts'
import { type Language, useWords } from '../../entry/words.ts'
import { shellWords } from '../words/shell-words.ts'
import { HeaderMenu } from './header-menu.tsx'
import { ProductMark } from './product-mark.tsx'

const PRESETS = ['none', 'wifi', '5g', '4g', '3g', '2g', 'offline'] as const satisfies readonly NetworkConditions['preset'][]
const PLATFORMS = ['android', 'android-remote-debug', 'ios', 'devtools', 'pc'] as const satisfies readonly Platform[]
const NEXT_THEME: Readonly<Record<Theme, Theme>> = { auto: 'light', light: 'dark', dark: 'auto' }
const THEME_ICONS = { auto: Contrast, light: Sun, dark: Moon }

export interface HeaderBarProps {
  readonly language: Language
  readonly theme: Theme
  readonly settings: Settings
  readonly hidden: boolean
  readonly withPreview: boolean
  onLanguage(language: Language): void
  onTheme(theme: Theme): void
  onConfigure(patch: SettingsPatch): void
  onHidden(hidden: boolean): void
}

/** The product's name, and what is true of the whole page: network, platform, foreground, language, theme. */
export function HeaderBar({ language, theme, settings, hidden, withPreview, onLanguage, onTheme, onConfigure, onHidden }: HeaderBarProps) {
  const words = useWords(shellWords)
  const { preset } = settings.conditions
  const ThemeIcon = THEME_ICONS[theme]
  return (
    <header className="header-bar">
      <h1 className="header-name">
        <ProductMark />
        <span className="header-word">wx-request-inspector</span>
      </h1>
      {withPreview && <span className="header-view">{words.preview}</span>}
      <div className="header-controls">
        <HeaderMenu
          label={words.network}
          icon={preset === 'offline' ? <WifiOff size={14} /> : <Wifi size={14} />}
          value={preset}
          values={preset === 'custom' ? [...PRESETS, 'custom'] : PRESETS}
          names={words.presets}
          onChoose={(next) => next !== 'custom' && onConfigure({ conditions: { preset: next } })}
        />
        <HeaderMenu
          label={words.platform}
          icon={<MonitorSmartphone size={14} />}
          value={settings.platform}
          values={PLATFORMS}
          names={words.platforms}
          onChoose={(platform) => onConfigure({ platform })}
        />
        <button
          type="button"
          className="header-button"
          aria-pressed={hidden}
          title={hidden ? words.show : words.hide}
          onClick={() => onHidden(!hidden)}
        >
          <Smartphone size={14} aria-hidden="true" />
          <span className="header-button-text">{hidden ? words.show : words.hide}</span>
        </button>
        <span className="header-rule" aria-hidden="true" />
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
