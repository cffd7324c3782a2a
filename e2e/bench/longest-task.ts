import type { Page } from '@playwright/test'

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  /** Processor time, microseconds. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/**
 * The longest task of the page's main thread while `work` goes on, in ms of processor time: no frame can be longer than its
 * tasks for want of anything but the machine, whatever else that has to do.
 */
export async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  const browser = page.context().browser()
  if (!browser) throw new Error('there is no browser to trace')
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'] })
  const stop = async () => JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: readonly TraceEvent[] }
  await work().catch(async (cause: unknown) => {
    await stop()
    throw cause
  })
  const trace = await stop()
  const main = new Set(
    trace.traceEvents
      .filter(({ args, name }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const tasks = trace.traceEvents.filter(({ name, pid, tid }) => /RunTask$/.test(name) && main.has(`${pid} ${tid}`))
  if (tasks.length === 0) throw new Error('the trace holds no task of the page')
  return tasks.reduce((longest, { dur = 0, tdur = dur }) => Math.max(longest, tdur), 0) / 1000
}
