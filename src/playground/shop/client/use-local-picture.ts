import { useEffect, useState } from 'react'
import { useShop } from './shop-context.ts'

/** A file of the phone as the source of an `img`. A phone shows `wxfile://` by itself; a browser has to be handed the bytes. */
export function useLocalPicture(path: string | undefined): string | undefined {
  const { client } = useShop()
  const [source, setSource] = useState<string>()

  useEffect(() => {
    if (!path) return
    let made: string | undefined
    let closed = false
    client.wx.getFileSystemManager().readFile({
      filePath: path,
      success: ({ data }) => {
        if (closed) return
        made = URL.createObjectURL(new Blob([data], path.endsWith('.svg') ? { type: 'image/svg+xml' } : {}))
        setSource(made)
      },
    })
    return () => {
      closed = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [client, path])

  return source
}
