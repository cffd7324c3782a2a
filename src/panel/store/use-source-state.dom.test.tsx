// @vitest-environment happy-dom
import { act } from 'react'
import { expect, it } from 'vitest'
import type { PanelSource, SourceState } from '../../contract/panel-source.ts'
import { exampleSource } from '../../testing/example-source.ts'
import { showElement } from '../../testing/show-element.tsx'
import { useSourceState } from './use-source-state.ts'

/** A source as somebody may write one: its methods need their object. */
class RecordingSource implements PanelSource {
  readonly startedAt = 0
  readonly #listeners = new Set<() => void>()
  #state = exampleSource([]).state?.() as SourceState
  joined = 0

  events() {
    return []
  }
  subscribe() {
    return () => {}
  }
  now() {
    return 0
  }
  state() {
    return this.#state
  }
  subscribeState(listener: () => void) {
    this.joined += 1
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  pause() {
    this.#state = { ...this.#state, recording: false }
    for (const listener of this.#listeners) listener()
  }
}

it('follows a source that is an object of a class, and joins it once however often it draws', async () => {
  const source = new RecordingSource()
  const Recording = () => (useSourceState(source)?.recording ? 'records' : 'rests')
  const { text, update } = await showElement(<Recording />)
  await update(<Recording />)
  expect(text()).toBe('records')
  await act(async () => source.pause())
  expect(text()).toBe('rests')
  expect(source.joined).toBe(1)
})

it('knows nothing of a source that nothing steers', async () => {
  const { state: _state, subscribeState: _subscribeState, ...file } = exampleSource([])
  const Recording = () => (useSourceState(file) ? 'steered' : 'a file')
  expect((await showElement(<Recording />)).text()).toBe('a file')
})
