import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useReducer, useState, useSyncExternalStore } from 'react'
import type { Theme } from '../../entry/inspector/inspector-types.ts'
import type { WxInspector } from '../../entry/inspector.ts'
import { type Language, LanguageContext } from '../../entry/words.ts'
import type { RecordedCall } from '../lessons/builder/draft-lesson.ts'
import { moveTo, pathOf, START } from '../shop/client/navigation.ts'
import { LaunchScreen } from '../shop/parts/launch-screen.tsx'
import { renameRules, shopRulesIn } from '../shop/rules/shop-rules.ts'
import { shopScenariosIn } from '../shop/rules/shop-scenarios.ts'
import { ShopApp } from '../shop/shop-app.tsx'
import { shellWords } from '../words/shell-words.ts'
import { HeaderBar } from './header-bar.tsx'
import { usePagePlace } from './page-place.ts'
import { PreviewPane, type PreviewPaneProps } from './preview-pane.tsx'
import type { RememberedChoice } from './remembered-choice.ts'
import { type Screen, ScreenSwitch } from './screen-switch.tsx'

const CodeScreen = lazy(async () => ({ default: (await import('../code/screen/code-screen.tsx')).CodeScreen }))
const LessonsScreen = lazy(async () => ({ default: (await import('../lessons/lessons-screen.tsx')).LessonsScreen }))

export interface DemoPageProps {
  readonly inspector: WxInspector
  /** The inspector draws its panel into this one. */
  readonly panelElement: HTMLElement
  /** Where the panel asks for the preview to be loaded again, by an event `reload`. */
  readonly reloads: EventTarget
  readonly start: { readonly language: Language; readonly theme: Theme }
  readonly choices: {
    readonly language: RememberedChoice<Language>
    readonly theme: RememberedChoice<Theme>
    readonly preview: PreviewPaneProps['kept']
  }
  readonly panelOnly: boolean
}

/**
 * The page of `npm start`: a bar, and one of its screens. The preview has the phone on the left and the inspector beside it; on a narrow page
 * one of the two at a time.
 */
export function DemoPage({ inspector, panelElement, reloads, start, choices, panelOnly }: DemoPageProps) {
  const [language, setLanguage] = useState(start.language)
  const [theme, setTheme] = useState(start.theme)
  const [screen, setScreen] = useState<Screen>('preview')
  const [pagePlace, goTo] = usePagePlace()
  const [place, go] = useReducer(moveTo, START)
  const state = useSyncExternalStore(subscribeTo(inspector), () => inspector.state?.())
  const ready = useReady(inspector)
  const shown = panelOnly ? 'preview' : pagePlace.screen
  // The shop makes calls of its own: it begins when someone comes to see it, and then goes on.
  const [visited, setVisited] = useState(shown === 'preview')
  if (shown === 'preview' && !visited) setVisited(true)
  // A program goes on while another screen is shown.
  const [coded, setCoded] = useState(shown === 'playground')
  if (shown === 'playground' && !coded) setCoded(true)
  const settings = state?.settings ?? inspector.settings
  const hidden = state?.appHidden ?? false

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = shellWords[language].title(shellWords[language].screenNames[shown])
  }, [language, shown])
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === 'auto' ? 'light dark' : theme
  }, [theme])

  useEffect(() => {
    const reload = () => {
      go({ to: 'anew' })
      setScreen('preview')
    }
    reloads.addEventListener('reload', reload)
    return () => reloads.removeEventListener('reload', reload)
  }, [reloads])

  // As a mini-program tells them: the inspector records in which page a call was made. Before the calls that a page makes when it comes.
  useLayoutEffect(() => {
    if (shown === 'preview' && !panelOnly) Reflect.set(globalThis, 'getCurrentPages', () => [{ route: pathOf(place) }])
    return () => void Reflect.deleteProperty(globalThis, 'getCurrentPages')
  }, [place, shown, panelOnly])

  // Once only: put there again, even in the same place, it would lose the focus and where it is scrolled to.
  const panelSlot = useCallback((slot: HTMLElement | null) => slot?.append(panelElement), [panelElement])

  const chooseLanguage = (next: Language) => {
    choices.language.save(next)
    setLanguage(next)
    inspector.setLanguage(next)
    const mine = renameRules(inspector.rules, next)
    inspector.setRules(shopRulesIn(next))
    inspector.setScenarios(shopScenariosIn(next))
    if (state?.chosen.includes('rules')) void inspector.send?.({ type: 'set-rules', rules: mine })
  }
  const chooseTheme = (next: Theme) => {
    choices.theme.save(next)
    setTheme(next)
    inspector.setTheme(next)
  }

  return (
    <LanguageContext value={language}>
      <div className="demo" data-screen={panelOnly ? 'panel-only' : shown === 'preview' ? screen : shown}>
        <HeaderBar
          language={language}
          theme={theme}
          {...(panelOnly ? {} : { place: pagePlace })}
          go={goTo}
          onLanguage={chooseLanguage}
          onTheme={chooseTheme}
        />
        {shown === 'preview' && !panelOnly && <ScreenSwitch screen={screen} onChoose={setScreen} />}
        {coded && (
          <main className="demo-playground" hidden={shown !== 'playground'}>
            <Suspense fallback={<p className="demo-loading">{shellWords[language].loading}</p>}>
              <CodeScreen language={language} theme={theme} />
            </Suspense>
          </main>
        )}
        {shown === 'lessons' && (
          <main className="demo-lessons">
            <Suspense fallback={<p className="demo-loading">{shellWords[language].loading}</p>}>
              <LessonsScreen
                place={pagePlace}
                recorded={() => recordedCalls(inspector)}
                go={(next) => goTo({ screen: 'lessons', ...next })}
              />
            </Suspense>
          </main>
        )}
        <main className="demo-main" hidden={shown !== 'preview'}>
          {!panelOnly && visited && (
            <PreviewPane path={pathOf(place)} kept={choices.preview} onReload={() => go({ to: 'anew' })}>
              {ready ? (
                <ShopApp
                  wx={inspector.wx}
                  language={language}
                  network={settings.conditions.preset}
                  hidden={hidden}
                  place={place}
                  go={go}
                  setHidden={(next) => inspector.setAppHidden(next)}
                />
              ) : (
                <LaunchScreen />
              )}
            </PreviewPane>
          )}
          <div className="demo-panel" ref={panelSlot} />
        </main>
      </div>
    </LanguageContext>
  )
}

/** Calls made before the inspector is ready are not lost, but the first bar of the list would show nothing but the loading of this page. */
function useReady(inspector: WxInspector): boolean {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    let closed = false
    void inspector.ready.then(() => !closed && setReady(true))
    return () => {
      closed = true
    }
  }, [inspector])
  return ready
}

/** What lessons are made from: the calls of the record, each with the body of its answer. */
function recordedCalls(inspector: WxInspector): readonly RecordedCall[] {
  return inspector.tasks().flatMap((task) => {
    if (task.api !== 'request' || (task.state !== 'succeeded' && task.state !== 'failed')) return []
    const end = inspector.events(task.taskId).find((event) => event.type === 'succeeded')
    return [{ task, body: end?.body }]
  })
}

const subscribeTo = (inspector: WxInspector) => (listener: () => void) => inspector.subscribeState?.(listener) ?? (() => {})
