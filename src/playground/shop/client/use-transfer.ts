import { useEffect, useRef, useState } from 'react'
import type { DownloadTask, UploadTask } from '../../../contract/wx/wx.ts'

/** What a transfer tells while it goes and when it ends. */
export interface TransferListeners {
  success(result: { readonly statusCode: number }, path: string): void
  fail(result: { readonly errMsg: string }): void
  complete(): void
}

export interface Transfer {
  /** The file that arrived, whichever way it went. */
  readonly path: string | undefined
  /** 0 to 100 while it travels. */
  readonly progress: number | undefined
  /** What `fail` said, or the status that the server refused it with. */
  readonly problem: string
  run(start: (listeners: TransferListeners) => UploadTask | DownloadTask | undefined): void
  stop(): void
}

/** One file on its way at a time. It is aborted when the page closes. */
export function useTransfer(): Transfer {
  const [path, setPath] = useState<string>()
  const [progress, setProgress] = useState<number>()
  const [problem, setProblem] = useState('')
  const running = useRef<UploadTask | DownloadTask>(undefined)
  const stop = () => running.current?.abort()
  useEffect(() => () => running.current?.abort(), [])

  return {
    path,
    progress,
    problem,
    stop,
    run(start) {
      setProgress(0)
      setProblem('')
      running.current = start({
        success: ({ statusCode }, file) => (statusCode < 400 ? setPath(file) : setProblem(String(statusCode))),
        fail: ({ errMsg }) => setProblem(errMsg),
        complete: () => setProgress(undefined),
      })
      running.current?.onProgressUpdate((update) => setProgress(update.progress))
    },
  }
}
