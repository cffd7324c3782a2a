import { InspectorError, type Issue } from '../../contract/inspector-error.ts'

/** Throws InspectorError `bad-option` for what is no handler of MSW 3: one of an older MSW would break down in the middle of a call. */
export function checkHandlers(handlers: readonly unknown[]): void {
  const issues = handlers.flatMap((handler, index): Issue[] => {
    const message = faultOf(handler)
    return message === undefined ? [] : [{ path: `handlers[${index}]`, message }]
  })
  if (issues.length > 0) throw new InspectorError('bad-option', 'These handlers cannot answer calls.', { issues })
}

function faultOf(handler: unknown): string | undefined {
  const members = Object(handler) as Partial<Record<string, unknown>>
  if (typeof members['kind'] === 'string' && typeof members['dispose'] === 'function') return undefined
  const version = 'shouldSkip' in members ? 1 : 'isUsed' in members || 'kind' in members ? 2 : undefined
  if (version === undefined) return 'is no handler of MSW. Give what http.get() or ws.link().addEventListener() return.'
  return `was made by MSW ${version}; handlers of MSW 3 are needed. Run "npm install --save-dev msw@3", or write it as one of \`rules\`.`
}
