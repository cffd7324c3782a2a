import { useShop } from './shop-context.ts'
import { API_ORIGIN } from './shop-origins.ts'
import { useLocalPicture } from './use-local-picture.ts'
import { useTransfer } from './use-transfer.ts'

/** A picture of the person's own: chosen with `wx.chooseMedia`, sent with `wx.uploadFile`, shown when the server has it. */
export function usePortrait() {
  const { client } = useShop()
  const { path, progress, problem, run } = useTransfer()

  const upload = (filePath: string) =>
    run(({ success, ...listeners }) =>
      client.wx.uploadFile({
        url: `${API_ORIGIN}/v1/me/avatar`,
        filePath,
        name: 'avatar',
        formData: { crop: 'square' },
        success: (result) => success(result, filePath),
        ...listeners,
      }),
    )

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
