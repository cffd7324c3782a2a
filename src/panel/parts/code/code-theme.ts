import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const theme = EditorView.theme({
  '&': { blockSize: '100%', backgroundColor: 'var(--surface)', color: 'var(--text)', fontSize: '12.5px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '20px', fontVariantLigatures: 'none' },
  '.cm-content': { caretColor: 'var(--text)', paddingBlock: '8px', paddingInlineEnd: '12px' },
  '.cm-cursor': { borderInlineStartColor: 'var(--text)', borderInlineStartWidth: '2px' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--text-dim)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { minInlineSize: '28px', paddingInlineEnd: '14px' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--surface-hover)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--accent-soft) !important',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-soft)', outline: '1px solid var(--line-strong)' },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--surface-raised)',
    color: 'var(--text)',
    boxShadow: 'var(--shadow)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--font-mono)',
    fontSize: '12px',
    maxBlockSize: '15em',
    minInlineSize: '230px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    paddingBlock: '3px',
    paddingInline: '6px',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent-soft)', color: 'var(--text)' },
  '.cm-completionMatchedText': { textDecoration: 'none', color: 'var(--accent)', fontWeight: '600' },
  '.cm-completionDetail': { marginInlineStart: 'auto', paddingInlineStart: '12px', color: 'var(--text-dim)', fontStyle: 'normal' },
  '.cm-completionIcon': { inlineSize: '1em', opacity: '1', color: 'var(--text-dim)' },
  '.cm-diagnostic': { fontFamily: 'var(--font-ui)', borderInlineStart: '3px solid var(--failed)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--failed)', textUnderlineOffset: '3px' },
})

const colours = HighlightStyle.define([
  { tag: [tags.comment], color: 'var(--text-dim)' },
  { tag: [tags.keyword, tags.bool, tags.null, tags.self], color: 'var(--json-literal)' },
  { tag: [tags.string, tags.regexp, tags.special(tags.string)], color: 'var(--json-string)' },
  { tag: [tags.number], color: 'var(--json-number)' },
  { tag: [tags.propertyName], color: 'var(--json-key)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: 'var(--accent)' },
])

/** The looks of code that is edited, in the colours of the product. */
export const codeTheme = [theme, syntaxHighlighting(colours)]
