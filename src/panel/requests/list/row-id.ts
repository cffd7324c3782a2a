const PREFIX = 'row-'

/** The id of a row's element, unique within the panel. */
export function rowId(taskId: string): string {
  return PREFIX + taskId
}

/** The task of the row that an element is part of. */
export function taskIdAt(element: Element | null): string | undefined {
  return element?.closest(`[id^="${PREFIX}"]`)?.id.slice(PREFIX.length)
}
