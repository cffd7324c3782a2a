import type { Clock } from '../contract/clock.ts'
import type { Disposables } from '../contract/disposables.ts'
import type { TaskEvent } from '../contract/event/task-event.ts'
import type { Transport } from '../contract/transport.ts'
import type { Wx } from '../contract/wx/wx.ts'
import { createDevice } from '../device/create-device.ts'
import { createFiles, type FilesOptions } from '../files/create-files.ts'
import { keepInIndexedDb } from '../files/indexed-db-files.ts'
import type { KeptFiles } from '../files/kept-files.ts'
import type { ShimGates } from '../shim/context/call-gates.ts'
import type { Environment } from '../shim/context/environment.ts'
import type { Report } from '../shim/context/tool-console.ts'
import { createShim, type Shim } from '../shim/create-wx.ts'

export interface WxParts {
  readonly clock: Clock
  /** Everything that the parts start is added to it. */
  readonly disposables: Disposables
  readonly environment: Environment
  readonly transport: Transport
  readonly emit: (event: TaskEvent) => void
  readonly report?: Report | undefined
  /** Where calls can be held. Default: nowhere. */
  readonly gates?: ShimGates
  /** Default: IndexedDB, if available. `false`: files are lost with the page. */
  readonly keepFiles?: KeptFiles | false | undefined
  readonly onFileTrouble?: FilesOptions['onTrouble']
}

export interface ComposedWx {
  readonly wx: Wx
  readonly shim: Shim
  /** Resolves when the files of earlier pages are loaded. */
  readonly filesReady: Promise<void>
}

/** Composes `wx` from the network APIs, the files and the device. */
export function composeWx({
  clock,
  disposables,
  emit,
  environment,
  gates,
  keepFiles,
  onFileTrouble,
  report,
  transport,
}: WxParts): ComposedWx {
  const files = createFiles({
    clock,
    settings: environment.settings,
    keep: keepFiles === false ? undefined : (keepFiles ?? keepInIndexedDb()),
    ...(onFileTrouble && { onTrouble: onFileTrouble }),
  })
  disposables.add(() => files.close())
  const shim = createShim({ clock, environment, transport, emit, files: files.store, ...(report && { report }), ...(gates && { gates }) })
  disposables.add(() => shim.dispose())
  const has = (name: string) => Object.hasOwn(wx, name)
  const wx: Wx = { ...shim.wx, ...files.wx, ...createDevice({ phone: environment, disposables, has }) }
  return { wx, shim, filesReady: files.ready }
}
