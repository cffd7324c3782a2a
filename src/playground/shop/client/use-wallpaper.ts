import { useShop } from './shop-context.ts'
import { IMAGE_ORIGIN } from './shop-origins.ts'
import { useLocalPicture } from './use-local-picture.ts'
import { useTransfer } from './use-transfer.ts'

/** A picture that comes with `wx.downloadFile` into a file of the phone, and is read from there. */
export function useWallpaper() {
  const { client } = useShop()
  const { path, progress, problem, run, stop } = useTransfer()

  const download = () =>
    run(({ success, ...listeners }) =>
      client.wx.downloadFile({
        url: `${IMAGE_ORIGIN}/places/lakeside.svg`,
        success: (result) => success(result, result.tempFilePath),
        ...listeners,
      }),
    )

  return { source: useLocalPicture(path), progress, problem, download, stop }
}
