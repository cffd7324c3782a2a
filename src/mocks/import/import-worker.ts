import { isInspectorError } from '../../contract/inspector-error.ts'
import type { ImportNews, ImportRequest } from './import-port.ts'
import type { FileContent } from './import-result.ts'
import { readContent } from './read-content.ts'

// The worker that reads files with rules: parsing a large one takes longer than a frame, and cannot be parted.

/** Characters of JSON. What the page can take from a message within a few ms. */
const LARGEST_PART = 128 * 1024

addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => void read(data))
tell({ type: 'ready' })

async function read(file: ImportRequest): Promise<void> {
  try {
    const text = typeof file === 'string' ? file : await file.text()
    const content = await readContent(text, { rest: async () => {}, onProgress: tellPerCents() })
    for (const part of partsOf(content)) tell({ type: 'part', part })
    tell({ type: 'read' })
  } catch (cause) {
    tell({ type: 'failed', issues: isInspectorError(cause) ? cause.issues : [{ path: 'file', message: String(cause) }] })
  }
}

function tellPerCents(): (share: number) => void {
  let told = 0
  return (share) => {
    if (share - told < 0.01) return
    told = share
    tell({ type: 'progress', share })
  }
}

function* partsOf(content: FileContent): Generator<FileContent> {
  let part = emptyPart()
  let size = 0
  for (const key of ['rules', 'scenarios', 'drafts', 'skipped'] as const) {
    for (const item of content[key]) {
      part[key].push(item as never)
      size += JSON.stringify(item).length
      if (size < LARGEST_PART) continue
      yield part
      part = emptyPart()
      size = 0
    }
  }
  yield part
}

function emptyPart() {
  return { rules: [], scenarios: [], drafts: [], skipped: [] }
}

function tell(news: ImportNews): void {
  postMessage(news)
}
