import { useEffect, useRef, useState } from 'react'
import type { DownloadTask } from '../../../contract/wx.ts'
import { useShop } from '../shop-context.ts'
import { IMAGE_ORIGIN } from '../shop-origins.ts'
import { useLocalPicture } from './use-local-picture.ts'

export interface Wallpaper {
  readonly source: string | undefined
  /** 0 to 100 while it comes. */
  readonly progress: number | undefined
  readonly problem: string
  download(): void
  stop(): void
}

/** A picture that comes with `wx.downloadFile` into a file of the phone, and is read from there. */
export function useWallpaper(): Wallpaper {
  const { client } = useShop()
  const [path, setPath] = useState<string>()
  const [progress, setProgress] = useState<number>()
  const [problem, setProblem] = useState('')
  const running = useRef<DownloadTask>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const download = () => {
    setProgress(0)
    setProblem('')
    running.current = client.wx.downloadFile({
      url: `${IMAGE_ORIGIN}/places/lakeside.svg`,
      success: ({ statusCode, tempFilePath }) => (statusCode < 400 ? setPath(tempFilePath) : setProblem(String(statusCode))),
      fail: ({ errMsg }) => setProblem(errMsg),
      complete: () => setProgress(undefined),
    })
    running.current?.onProgressUpdate((update) => setProgress(update.progress))
  }

  return { source: useLocalPicture(path), progress, problem, download, stop: () => running.current?.abort() }
}
