/** What a key that was pressed is called in the tables of keys: `F6`, `Ctrl+[`, `Shift+Space`, `Shift+r`. */
export interface PressedKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** Letters are small, whatever Caps Lock says. Of signs Shift is not told: which of them need it differs from layout to layout. */
export function keyNameOf({ key: pressed, ctrlKey, metaKey, altKey, shiftKey }: PressedKey): string {
  const key = pressed === ' ' ? 'Space' : pressed.length === 1 ? pressed.toLowerCase() : pressed
  const isSign = key.length === 1 && key === key.toUpperCase()
  const marks = [ctrlKey && 'Ctrl', metaKey && 'Meta', altKey && 'Alt', shiftKey && !isSign && 'Shift']
  return [...marks.filter(Boolean), key].join('+')
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
  ContextMenu: '☰',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
}

/** The caps of a key as a keyboard shows them: `['Ctrl', 'E']`. */
export function capsOf(name: string, onMac: boolean): readonly string[] {
  // A plus may be the key itself.
  const parts = name.split(/\+(?!$)/)
  return parts.map((part) => {
    if (onMac && part === 'Meta') return '⌘'
    if (onMac && part === 'Alt') return '⌥'
    return SIGNS[part] ?? (part.length === 1 ? part.toUpperCase() : part)
  })
}

/** The keys of one deed that the person's keyboard has: Macs have ⌘ where others have Ctrl. */
export function keysFor(keys: readonly string[], onMac: boolean): readonly string[] {
  const hasMeta = keys.some((key) => key.startsWith('Meta+'))
  return keys.filter((key) => (onMac ? !hasMeta || !key.startsWith('Ctrl+') : !key.startsWith('Meta+')))
}
