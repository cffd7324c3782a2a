/** Properties of a video file. */
export interface VideoFacts {
  /** Seconds. */
  readonly duration: number
  readonly height: number
  readonly width: number
  /** The first frame; `undefined` when the browser cannot draw it. */
  readonly picture: Blob | undefined
}

/** `undefined` when the browser cannot play it. */
export type ReadVideo = (file: Blob) => Promise<VideoFacts | undefined>

export const readVideo: ReadVideo = async (file) => {
  const url = URL.createObjectURL(file)
  const video = document.createElement('video')
  video.muted = true
  video.preload = 'auto'
  try {
    await new Promise((resolve, reject) => {
      video.addEventListener('loadeddata', resolve)
      video.addEventListener('error', reject)
      video.src = url
    })
    const { duration, videoHeight: height, videoWidth: width } = video
    return { duration, height, width, picture: await draw(video, width, height) }
  } catch {
    return undefined
  } finally {
    video.removeAttribute('src')
    URL.revokeObjectURL(url)
  }
}

function draw(video: HTMLVideoElement, width: number, height: number): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return new Promise((resolve) => {
    canvas.toBlob((picture) => resolve(picture ?? undefined), 'image/jpeg', 0.8)
  })
}
