import type { ImportNews, ImportRequest } from './import-port.ts'
import { badFile, type FileContent, type ImportOptions } from './import-result.ts'

let forbidden = false

/** Reads a file in a worker of its own, which ends with it. `undefined` where the page may have none. Throws what `readContent` throws. */
export async function readApart(file: ImportRequest, options: ImportOptions): Promise<FileContent | undefined> {
  if (forbidden || typeof Worker === 'undefined') return undefined
  const worker = await startWorker()
  // A policy is not asked twice: the browser writes a line to its console each time.
  forbidden = worker === undefined
  try {
    options.signal?.throwIfAborted()
    return worker && (await readWith(worker, file, options))
  } finally {
    worker?.terminate()
  }
}

/** `worker-src`, Trusted Types, or a file that is not there, may be in the way. */
async function startWorker(): Promise<Worker | undefined> {
  try {
    const { default: ImportWorker } = await import('./import-worker.ts?worker&inline')
    const worker = new ImportWorker({ name: 'wx-request-inspector import' })
    await new Promise((resolve, reject) => {
      worker.addEventListener('message', resolve, { once: true })
      worker.addEventListener('error', reject, { once: true })
    })
    return worker
  } catch {
    return undefined
  }
}

function readWith(worker: Worker, file: ImportRequest, { onProgress, signal }: ImportOptions): Promise<FileContent> {
  const rules: unknown[] = []
  const scenarios: unknown[] = []
  const drafts: FileContent['drafts'][number][] = []
  const skipped: FileContent['skipped'][number][] = []
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason))
    worker.addEventListener('error', ({ message }) => reject(badFile([{ path: 'file', message: `cannot be read: ${message}` }])))
    worker.addEventListener('message', ({ data: news }: MessageEvent<ImportNews>) => {
      if (news.type === 'progress') onProgress?.(news.share)
      else if (news.type === 'part') {
        rules.push(...news.part.rules)
        scenarios.push(...news.part.scenarios)
        drafts.push(...news.part.drafts)
        skipped.push(...news.part.skipped)
      } else if (news.type === 'read') resolve({ rules, scenarios, drafts, skipped })
      else if (news.type === 'failed') reject(badFile(news.issues))
    })
    worker.postMessage(file)
  })
}
