import { acceptCompletion, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, historyKeymap, indentLess, indentMore } from '@codemirror/commands'
import type { KeyBinding } from '@codemirror/view'

/** The keys of code that is edited. Tab moves on to the next control (WCAG 2.1.2), unless something is to be completed. */
export const codeKeys: readonly KeyBinding[] = [
  { key: 'Tab', run: acceptCompletion },
  { key: 'Mod-]', run: indentMore },
  { key: 'Mod-[', run: indentLess },
  ...closeBracketsKeymap,
  ...completionKeymap,
  ...historyKeymap,
  ...defaultKeymap,
]
