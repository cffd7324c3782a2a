import type { Transport } from '../contract/transport.ts'

/** Asks each transport in turn until one takes the call. */
export function firstAnswer(...transports: readonly Transport[]): Transport {
  return {
    async send(outgoing, job) {
      for (const transport of transports) {
        const route = await transport.send(outgoing, job)
        if (route) return route
        if (job.signal.aborted) return undefined
      }
      return undefined
    },
    async connect(outgoing, job) {
      for (const transport of transports) {
        const route = await transport.connect?.(outgoing, job)
        if (route) return route
        if (job.signal.aborted) return undefined
      }
      return undefined
    },
  }
}
