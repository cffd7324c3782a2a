import type { Transport } from '../contract/transport.ts'

/** Tries the transports in order; the first that takes the call answers it. */
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
