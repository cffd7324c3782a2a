import type { Command } from '../../contract/command.ts'
import type { Disposables } from '../../contract/disposables.ts'
import { InspectorError } from '../../contract/inspector-error.ts'
import type { PanelSource } from '../../contract/panel-source.ts'

/** The handle as users get it: once it was disposed of, every method of it but `dispose` throws InspectorError `disposed` and does nothing. */
export function createHandle<Methods extends PanelSource>(
  methods: Methods,
  disposables: Disposables,
  remedy: string,
): Methods & { dispose(): Promise<void> } {
  const handle: Record<string, unknown> = {}
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(methods))) {
    const { value } = descriptor as PropertyDescriptor
    Object.defineProperty(
      handle,
      name,
      typeof value === 'function' ? { ...descriptor, value: untilDisposed(value, disposables, remedy) } : descriptor,
    )
  }
  const { send } = handle as { send?: NonNullable<PanelSource['send']> }
  // Whoever waits for an answer gets the fault as one.
  if (send) handle['send'] = async (command: Command) => send(command)
  return Object.assign(handle, { dispose: () => disposables.dispose() }) as unknown as Methods & { dispose(): Promise<void> }
}

function untilDisposed<Args extends unknown[], Result>(
  method: (...args: Args) => Result,
  disposables: Disposables,
  remedy: string,
): (...args: Args) => Result {
  return (...args) => {
    if (disposables.disposed) throw new InspectorError('disposed', remedy)
    return method(...args)
  }
}
