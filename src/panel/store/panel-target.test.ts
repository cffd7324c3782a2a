import { describe, expect, it } from 'vitest'
import { isInspectorError } from '../../contract/inspector-error.ts'
import { exampleEvents } from '../../testing/example-events.ts'
import { exampleSource } from '../../testing/example-source.ts'
import { createInspectorStore } from './inspector-store.ts'
import { readPanelTarget } from './panel-target.ts'

const source = exampleSource(exampleEvents({ taskId: 'a' }))

function issuesOf(target: unknown) {
  try {
    readPanelTarget(target, source)
  } catch (error) {
    if (isInspectorError(error)) return [error.code, ...error.issues.map(({ path }) => path)]
  }
  return 'none'
}

describe('a place in the panel', () => {
  it('is a view, or a task and a tab of it, which are in the view of the requests', () => {
    expect(readPanelTarget({}, source)).toEqual({})
    expect(readPanelTarget({ view: 'domains' }, source)).toEqual({ view: 'domains' })
    expect(readPanelTarget({ taskId: 'a' }, source)).toEqual({ view: 'requests', taskId: 'a' })
    expect(readPanelTarget({ tab: 'timing' }, source)).toEqual({ view: 'requests', tab: 'timing' })
  })

  it('that is not there is told with its path', () => {
    expect(issuesOf(undefined)).toEqual(['bad-option', 'target'])
    expect(issuesOf(['requests'])).toEqual(['bad-option', 'target'])
    expect(issuesOf({ view: 'toString', tab: 'timing' })).toEqual(['bad-option', 'view', 'view'])
    expect(issuesOf({ view: 'nowhere' })).toEqual(['bad-option', 'view'])
    expect(issuesOf({ taskId: 'b', tab: 7 })).toEqual(['bad-option', 'tab', 'taskId'])
    expect(issuesOf({ view: 'domains', taskId: 'a' })).toEqual(['bad-option', 'view'])
    expect(issuesOf({ taskID: 'a' })).toEqual(['bad-option', 'taskID'])
  })
})

describe('going to a place', () => {
  it('opens the details of a task, with the cursor on its row, at the tab that was shown last', () => {
    const store = createInspectorStore()
    store.actions.show({ view: 'requests', tab: 'timing' })
    store.actions.show({ taskId: 'a' })
    const { opened, openedAt, selection } = store.getState()
    expect([opened, openedAt, selection.cursor, [...selection.selected]]).toEqual(['a', 'timing', 'a', ['a']])
  })

  it('leaves what the target does not name as it is', () => {
    const store = createInspectorStore()
    store.actions.show({ taskId: 'a', tab: 'events' })
    store.actions.show({ view: 'domains' })
    const { view, opened, openedAt } = store.getState()
    expect([view, opened, openedAt]).toEqual(['domains', 'a', 'events'])
  })
})
