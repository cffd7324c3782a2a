import { EditorView } from '@codemirror/view'
import { codeTheme } from '../../../panel/parts/code/code-theme.ts'

const marks = EditorView.theme({
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
})

/** The looks of the editor, and of what its lines say. */
export const editorTheme = [codeTheme, marks]
