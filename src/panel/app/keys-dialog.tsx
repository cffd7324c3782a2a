import { useRef } from 'react'
import { Dialog } from '../parts/dialog/dialog.tsx'
import { capsOf, keysFor } from '../parts/key-name.ts'
import { NamedSwitch } from '../parts/switch.tsx'
import { type KeyLine, useInspector, useInspectorState } from '../store/inspector-context.ts'
import { isHeard } from '../store/single-keys.ts'
import { addStyles } from '../styles/style-sheets.ts'
import { keyWords } from '../words/key-words.ts'
import { viewWords } from '../words/view-words.ts'
import { useWords } from '../words/words.ts'
import styles from './keys-dialog.css?inline'
import { PANEL_KEYS } from './panel-keys.ts'
import { VIEWS } from './views.ts'

addStyles(styles)

/** How many keys of one deed are shown; those that come first are known best. */
const SHOWN = 2

/** Every key of the panel, from the tables by which they are heard. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(keyWords)
  const views = useWords(viewWords)
  const content = useInspector()
  const { singleKeys, announceNew } = useInspectorState(({ preferences }) => preferences)
  const { setPreferences } = content.store.actions
  const dialog = useRef<HTMLDialogElement>(null)
  const groups = [
    { id: 'anywhere', title: words.anywhere, lines: PANEL_KEYS.filter(({ available }) => available?.(content) ?? true) },
    ...VIEWS.flatMap(({ id, keys, placedKeys = [] }) => [
      { id, title: views[id], lines: keys?.filter(({ available }) => available?.(content) ?? true) ?? [] },
      ...placedKeys.map(({ place, keys: lines }) => ({ id: place, title: words.places[place], lines })),
    ]),
  ].filter(({ lines }) => lines.length > 0)
  return (
    <Dialog dialog={dialog} className="keys" title={words.title} closeLabel={words.close} onClose={onClose}>
      <p className="keys-note">{words.note}</p>
      <div className="keys-choices">
        <NamedSwitch label={words.singleKeys} checked={singleKeys} onChange={(next) => setPreferences({ singleKeys: next })} />
        <NamedSwitch label={words.announceNew} checked={announceNew} onChange={(next) => setPreferences({ announceNew: next })} />
      </div>
      <div className="keys-groups">
        {groups.map(({ id, title, lines }) => (
          <KeyTable key={id} title={title} lines={lines} />
        ))}
      </div>
    </Dialog>
  )
}

function KeyTable({ title, lines }: { readonly title: string; readonly lines: readonly KeyLine[] }) {
  const words = useWords(keyWords)
  const onMac = /Mac|iPhone|iPad/.test(navigator.userAgent)
  const state = useInspectorState((all) => all)
  const heard = lines
    .map(({ keys, does }) => ({ keys: keysFor(keys, onMac).filter((name) => isHeard(name, state)), does }))
    .filter(({ keys }) => keys.length > 0)
  return (
    <section className="keys-group">
      <h3>{title}</h3>
      <dl>
        {heard.map(({ keys, does }) => (
          <div key={does} className="keys-line">
            <dt>{words.does[does]}</dt>
            <dd>
              {keys.slice(0, SHOWN).map((name, place) => (
                <span key={name}>
                  {place > 0 && <span className="keys-or"> {words.or} </span>}
                  {capsOf(name, onMac).map((cap, at) => (
                    <span key={cap}>
                      {at > 0 && <span className="keys-plus">+</span>}
                      <kbd>{cap}</kbd>
                    </span>
                  ))}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
