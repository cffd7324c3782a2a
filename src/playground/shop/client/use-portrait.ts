import { useEffect, useRef, useState } from 'react'
import type { UploadTask } from '../../../contract/wx.ts'
import { useShop } from '../shop-context.ts'
import { API_ORIGIN } from '../shop-origins.ts'
import { useLocalPicture } from './use-local-picture.ts'

export interface Portrait {
  /** For an `img`; none before one was chosen. */
  readonly source: string | undefined
  /** 0 to 100 while it goes up. */
  readonly progress: number | undefined
  /** What `fail` said. */
  readonly problem: string
  choose(): void
}

/** A picture of the person's own: chosen with `wx.chooseMedia`, sent with `wx.uploadFile`, shown when the server has it. */
export function usePortrait(): Portrait {
  const { client } = useShop()
  const [path, setPath] = useState<string>()
  const [progress, setProgress] = useState<number>()
  const [problem, setProblem] = useState('')
  const running = useRef<UploadTask>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const upload = (filePath: string) => {
    setProgress(0)
    setProblem('')
    running.current = client.wx.uploadFile({
      url: `${API_ORIGIN}/v1/me/avatar`,
      filePath,
      name: 'avatar',
      formData: { crop: 'square' },
      success: ({ statusCode }) => (statusCode < 400 ? setPath(filePath) : setProblem(String(statusCode))),
      fail: ({ errMsg }) => setProblem(errMsg),
      complete: () => setProgress(undefined),
    })
    running.current?.onProgressUpdate((update) => setProgress(update.progress))
  }

  return {
    source: useLocalPicture(path),
    progress,
    problem,
    choose: () =>
      client.wx.chooseMedia({
        count: 1,
        mediaType: ['image'],
        success: ({ tempFiles: [file] }) => file && upload(file.tempFilePath),
      }),
  }
}
