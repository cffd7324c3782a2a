import { placePictures } from '../art/places.ts'
import { API_ORIGIN, IMAGE_ORIGIN } from '../client/shop-origins.ts'
import { answerJson, type ShopRule } from './shop-rule.ts'

/** Files that go up and come down. They stand before the rules of the same urls that answer `wx.request`. */
export const fileRules: readonly ShopRule[] = [
  {
    id: 'avatar',
    name: { zh: '我的 · 上传头像', en: 'Me · upload a portrait' },
    when: { api: 'uploadFile', url: `${API_ORIGIN}/v1/me/avatar` },
    respond: answerJson({ kept: true }, 260, { status: 201 }),
  },
  {
    id: 'wallpaper',
    name: { zh: '壁纸 · 下载', en: 'Wallpaper · download' },
    when: { api: 'downloadFile', url: `${IMAGE_ORIGIN}/places/lakeside.svg` },
    respond: {
      kind: 'response',
      headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' },
      body: { text: placePictures.lakeside },
      delay: { mean: 120, jitter: 40 },
      // Slow enough to watch it come.
      throttle: { bytesPerSecond: 6000 },
    },
  },
]
