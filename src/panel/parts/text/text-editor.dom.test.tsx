// @vitest-environment happy-dom
import { act, useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { showElement } from '../../../testing/show-element.tsx'
import { readJson } from '../json/json-document.ts'
import { TextEditor } from './text-editor.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Keeps JSON without blanks, as a rule does, after so many ms. */
async function setUp(first: string, after = 0) {
  let putFromElsewhere: (text: string) => void = () => {}
  const onChange = vi.fn()
  function Kept() {
    const [text, setText] = useState(first)
    putFromElsewhere = setText
    return (
      <TextEditor
        text={text}
        json={readJson(text)}
        label="body"
        readOnly={false}
        onChange={(next) => {
          onChange(next)
          setTimeout(() => setText(JSON.stringify(JSON.parse(next))), after)
        }}
      />
    )
  }
  const { one, type } = await showElement(<Kept />)
  const area = one('textarea') as HTMLTextAreaElement
  return {
    area,
    onChange,
    type: (text: string) => type(area, text),
    pass: (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms))),
    leave: () => act(async () => void area.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))),
    putFromElsewhere: (text: string) => act(async () => putFromElsewhere(text)),
  }
}

describe('TextEditor', () => {
  it('leaves JSON as it is typed when it was kept without its blanks, and lays it out once the field is left', async () => {
    const { area, leave, onChange, pass, type } = await setUp('{"a":1}')
    expect(area.value).toBe('{\n  "a": 1\n}')
    await type('{"a":   2}')
    await pass(2000)
    expect(onChange).toHaveBeenCalledWith('{"a":   2}')
    expect(area.value).toBe('{"a":   2}')
    await leave()
    expect(area.value).toBe('{\n  "a": 2\n}')
    expect(onChange).toHaveBeenCalledTimes(1)
  })

  it('loses nothing that is typed while what was kept is on its way', async () => {
    const { area, onChange, pass, type } = await setUp('{"a":1}', 800)
    await type('{"a":  2}')
    await pass(600)
    await type('{"a":  23}')
    await pass(600)
    await type('{"a":  234}')
    await pass(300)
    expect(area.value).toBe('{"a":  234}')
    await pass(3000)
    expect(area.value).toBe('{"a":  234}')
    expect(onChange.mock.calls).toEqual([['{"a":  2}'], ['{"a":  23}'], ['{"a":  234}']])
  })

  it('shows what comes from elsewhere, such as a change that is undone, in place of what was typed', async () => {
    const { area, pass, putFromElsewhere, type } = await setUp('{"a":1}')
    await type('{"a":2}')
    await pass(2000)
    await type('{"a":2')
    await putFromElsewhere('{"a":1}')
    expect(area.value).toBe('{\n  "a": 1\n}')
  })
})
