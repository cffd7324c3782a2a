import { EditorView } from '@codemirror/view'

/**
 * Takes typed letters before the browser does: within coloured text Chromium would write them into an element with a style attribute, which
 * a strict Content-Security-Policy reports for each key.
 */
export const plainTyping = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data, inputType, isComposing } = event
    const { readOnly, selection } = view.state
    if (inputType !== 'insertText' || data === null || view.composing || isComposing || readOnly || selection.ranges.length > 1)
      return false
    const { from, to } = selection.main
    const insert = () =>
      view.state.update({
        changes: { from, to, insert: data },
        selection: { anchor: from + data.length },
        userEvent: 'input.type',
        scrollIntoView: true,
      })
    event.preventDefault()
    if (!view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, data, insert))) view.dispatch(insert())
    return true
  },
})
