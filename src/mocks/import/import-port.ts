import type { Issue } from '../../contract/inspector-error.ts'
import type { FileContent } from './import-result.ts'

/** What the page asks of the worker that reads a file: the file, or its text. Once only. */
export type ImportRequest = string | Blob

/** What the worker tells. `ready` is the first, `read` or `failed` the last. */
export type ImportNews =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'part'; readonly part: FileContent }
  | { readonly type: 'read' }
  | { readonly type: 'failed'; readonly issues: readonly Issue[] }
