import type { Command } from '../../contract/command.ts'
import type { Disposables } from '../../contract/disposables.ts'
import { InspectorError } from '../../contract/inspector-error.ts'
import type { WxInspector } from './inspector-types.ts'

/** The handle as users get it: once it was disposed of, every method of it but `dispose` says so and does nothing. */
export function createHandle(methods: Omit<WxInspector, 'dispose'>, disposables: Disposables): WxInspector {
  const handle: Record<string, unknown> = {}
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(methods))) {
    const { value } = descriptor as PropertyDescriptor
    Object.defineProperty(
      handle,
      name,
      typeof value === 'function' ? { ...descriptor, value: untilDisposed(value, disposables) } : descriptor,
    )
  }
  const { send } = handle as { send: NonNullable<WxInspector['send']> }
  // Whoever waits for an answer gets the fault as one.
  handle['send'] = async (command: Command) => send(command)
  return Object.assign(handle, { dispose: () => disposables.dispose() }) as unknown as WxInspector
}

function untilDisposed<Args extends unknown[], Result>(
  method: (...args: Args) => Result,
  disposables: Disposables,
): (...args: Args) => Result {
  return (...args) => {
    if (disposables.disposed) {
      throw new InspectorError('disposed', 'This inspector was disposed of. Make a new one with createInspector().')
    }
    return method(...args)
  }
}
