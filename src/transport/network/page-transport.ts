import type { Clock } from '../../contract/clock.ts'
import type { Disposables } from '../../contract/disposables.ts'
import type { Transport } from '../../contract/transport.ts'
import { createSocketTransport } from '../sockets/socket-transport.ts'
import { createFetchTransport } from './fetch-transport.ts'

/** Sends calls and sockets to the real network with the APIs of the page. */
export function createPageTransport(clock: Clock, disposables: Disposables): Transport {
  return { ...createFetchTransport(disposables), ...createSocketTransport({ clock, disposables }) }
}
