import type { Clock } from '../contract/clock.ts'
import type { PanelSource } from '../contract/panel-source.ts'
import type { MountedPanel, PanelOptions } from '../panel/mount.tsx'
import type { PanelTarget } from '../panel/store/panel-target.ts'
import { type Language, languageOf } from '../panel/words/dictionary.ts'
import type { Dock } from './dock/dock.ts'
import { listenForPanelKey } from './dock/panel-key.ts'
import type { InspectorOptions, Theme } from './inspector/inspector-types.ts'
import type { PanelChoices } from './inspector/panel-choices.ts'

export interface PanelHost {
  /** Whether it is open, or opens as soon as it is loaded. */
  readonly isOpen: boolean
  /** Whether it is in an element of the page, where no button would open it again. */
  readonly isEmbedded: boolean
  /** Whether a person left it open, or else the host wants it so. */
  readonly opensAtFirst: boolean
  /** Puts the button of the drawer on the page where a person closed the drawer on an earlier visit. */
  offer(): void
  open(): void
  /** Opens the panel at a valid target. */
  show(target: PanelTarget): void
  close(): void
  /** Gives the focus to an open panel. */
  focus(): void
  setLanguage(language: Language | 'auto'): void
  setTheme(theme: Theme): void
  remove(): void
}

/** Opens and closes the panel of a source. React and the panel are loaded when it is first opened. */
export function createPanelHost(
  source: PanelSource,
  options: NonNullable<InspectorOptions['panel']>,
  choices: Pick<PanelChoices, 'open' | 'dock' | 'choose'>,
  clock: Clock,
): PanelHost {
  let language = options.language ?? 'auto'
  let theme = options.theme ?? 'auto'
  let wanted = false
  let focusWanted = false
  let mounted: MountedPanel | undefined
  let dock: Dock | undefined
  let removed = false
  /** The target to show as soon as the panel is loaded. */
  let target: PanelTarget | undefined

  // Language and theme can be changed in the panel too: the dock follows.
  const follow: NonNullable<PanelOptions['onLook']> = (look) => {
    dock?.setLanguage(look.language === 'auto' ? languageOf(navigator.languages) : look.language)
    dock?.setTheme(look.theme)
  }

  const closeByPerson = () => {
    choices.choose({ open: false })
    host.close()
  }

  const loadDock = async () => {
    if (options.container) return
    const { createDock } = await import('./dock/dock.ts')
    if (dock || removed) return
    dock = createDock({
      source,
      clock,
      choices: choices.dock,
      place: options.dock ?? 'bottom',
      onOpen() {
        choices.choose({ open: true })
        host.open()
      },
      onChoose: choices.choose,
      onMove: (slot) => mounted?.moveTo(slot),
      onFocus: () => host.focus(),
      onWindow: (view) => listenForPanelKey(closeByPerson, view),
    })
    follow({ language, theme })
  }

  const load = async () => {
    const [{ mountPanel }] = await Promise.all([import('../panel/mount.tsx'), loadDock()])
    if (!wanted || mounted) return
    const slot = options.container ?? dock?.slot
    if (!slot) return
    mounted = mountPanel(slot, {
      source,
      language,
      theme,
      lookMenu: options.lookMenu ?? true,
      ...(options.onReload && { onReload: options.onReload }),
      ...(dock && { onClose: closeByPerson, onLook: follow, docking: dock.docking }),
    })
    dock?.open()
    if (focusWanted) mounted.focus()
    // The task may have been cleared while the panel was loading.
    if (target && (target.taskId === undefined || source.events(target.taskId).length > 0)) mounted.show(target)
    target = undefined
  }

  const host: PanelHost = {
    get isOpen() {
      return wanted
    },
    isEmbedded: options.container !== undefined,
    get opensAtFirst() {
      return (options.container ? undefined : choices.open) ?? options.open ?? false
    },
    offer() {
      if (choices.open === false) void loadDock()
    },
    open() {
      wanted = true
      if (!mounted) {
        void load()
        return
      }
      mounted.setShown(true)
      dock?.open()
    },
    show(next) {
      if (mounted) mounted.show(next)
      else target = { ...target, ...next }
      host.open()
    },
    focus() {
      focusWanted = !mounted
      mounted?.focus()
    },
    close() {
      wanted = false
      focusWanted = false
      target = undefined
      if (dock) {
        dock.close()
        mounted?.setShown(false)
      } else {
        mounted?.unmount()
        mounted = undefined
      }
    },
    setLanguage(next) {
      language = next
      mounted?.setLanguage(next)
    },
    setTheme(next) {
      theme = next
      mounted?.setTheme(next)
    },
    remove() {
      removed = true
      wanted = false
      mounted?.unmount()
      dock?.remove()
      mounted = undefined
      dock = undefined
    },
  }
  return host
}
