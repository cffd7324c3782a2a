import { AppWindow, PanelBottom, PanelLeft, PanelRight, PictureInPicture2 } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { MenuButton } from '../parts/menu/menu-button.tsx'
import type { Docking, DockPlace } from '../store/docking.ts'
import { frameWords } from '../words/frame-words.ts'
import { useWords } from '../words/words.ts'
import { DOCK_KEYS } from './panel-keys.ts'

const ICONS = { bottom: PanelBottom, right: PanelRight, left: PanelLeft, float: PictureInPicture2, window: AppWindow }
const PLACES: readonly DockPlace[] = ['bottom', 'right', 'left', 'float', 'window']

/** Where the panel stands. */
export function DockMenu({ docking }: { readonly docking: Docking }) {
  const words = useWords(frameWords)
  const at = useSyncExternalStore(docking.subscribe, docking.at)
  // What fits is asked for anew with it.
  useSyncExternalStore(docking.subscribe, () => PLACES.filter(docking.fits).join(' '))
  const Icon = ICONS[at]
  return (
    <MenuButton
      label={words.dock}
      icon={<Icon size={15} aria-hidden="true" />}
      groups={[
        {
          id: 'places',
          items: PLACES.map((id) => {
            const PlaceIcon = ICONS[id]
            const fits = docking.fits(id)
            return {
              id,
              label: words.places[id],
              icon: <PlaceIcon size={14} aria-hidden="true" />,
              kind: 'radio' as const,
              checked: id === at,
              disabled: !fits,
              ...(fits ? { shortcut: DOCK_KEYS[id] } : { note: words.noRoom }),
              onSelect: () => docking.choose(id),
            }
          }),
        },
      ]}
    />
  )
}
