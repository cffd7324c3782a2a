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
  '.cm-marks': { inlineSize: '22px', textAlign: 'center', fontSize: '10px' },
  '.cm-sign.is-call': { color: 'var(--text-dim)' },
  '.cm-sign.is-held': { color: 'var(--client-error)', letterSpacing: '1px' },
  '.cm-sign.is-error': { color: 'var(--failed)' },
  '.cm-line': { position: 'relative', paddingInlineStart: '4px' },
  '.cm-mark-text': {
    position: 'absolute',
    insetBlockStart: '0',
    insetInlineEnd: '0',
    paddingInline: '10px 2px',
    backgroundColor: 'var(--surface)',
    color: 'var(--text-dim)',
    fontFamily: 'var(--font-ui)',
    fontSize: '11px',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
  },
  '.cm-mark-text.is-error': { color: 'var(--failed)', cursor: 'default' },
  '.cm-mark-text.is-held': { backgroundColor: 'var(--warn-soft)', color: 'var(--client-error)' },
  // What a line says covers nothing of what is written on it.
  '.cm-marked': { paddingInlineEnd: '108px' },
  '.cm-marked.is-held': { backgroundColor: 'var(--warn-soft)', boxShadow: 'inset 2px 0 var(--client-error)' },
  '.cm-marked.is-error': { backgroundColor: 'var(--error-soft)' },
  '.cm-marked.is-error .cm-mark-text': { backgroundColor: 'var(--error-soft)' },
  '@media (prefers-reduced-motion: no-preference)': {
    '.cm-marked.is-turn-0:not(.is-held):not(.is-error)': { animation: 'cm-lit-0 900ms ease-out' },
    '.cm-marked.is-turn-1:not(.is-held):not(.is-error)': { animation: 'cm-lit-1 900ms ease-out' },
  },
  '@keyframes cm-lit-0': { from: { backgroundColor: 'var(--accent-soft)' } },
  '@keyframes cm-lit-1': { from: { backgroundColor: 'var(--accent-soft)' } },
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
  '.cm-tooltip.cm-completionInfo': { padding: '0', maxInlineSize: '320px', inlineSize: '260px' },
  '.cm-wx-info': {
    display: 'grid',
    gap: '4px',
    maxInlineSize: '340px',
    padding: '8px 10px',
    fontFamily: 'var(--font-ui)',
    fontSize: '12px',
    lineHeight: '1.5',
  },
  '.cm-wx-info code': { fontFamily: 'var(--font-mono)', color: 'var(--text)', overflowWrap: 'anywhere' },
  '.cm-wx-info p': { margin: '0' },
  '.cm-wx-info small': { color: 'var(--text-dim)', fontSize: '11px' },
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

/** The looks of the editor, in the colours of the product. */
export const editorTheme = [theme, syntaxHighlighting(colours)]
