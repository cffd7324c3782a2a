import { ApiFailure } from '../wechat/run-api.ts'

/** What the browser's own picker is asked for. */
export interface Picking {
  readonly multiple: boolean
  /** As the `accept` of an input: `image/*`, `.pdf` … Empty: anything. */
  readonly accept: string
  /** Go to the camera at once, where the device has one. */
  readonly camera?: 'environment' | 'user' | undefined
}

/** Lets a person choose files. Rejects with an ApiFailure `cancel` when nothing was chosen, or when `signal` aborts. */
export type PickFiles = (picking: Picking, signal: AbortSignal) => Promise<readonly File[]>

export const pickFiles: PickFiles = ({ multiple, accept, camera }, signal) =>
  new Promise((resolve, reject) => {
    // Without one of them a browser neither opens its picker nor says so, and the call would never end.
    if (navigator.userActivation?.isActive === false) {
      reject(new ApiFailure('the browser opens its file picker only after a click or a key press'))
      return
    }
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = multiple
    input.accept = accept
    if (camera) input.capture = camera
    input.hidden = true
    const end = () => {
      input.remove()
      signal.removeEventListener('abort', end)
      const files = [...(input.files ?? [])]
      if (files.length > 0) resolve(files)
      else reject(new ApiFailure('cancel'))
    }
    input.addEventListener('change', end)
    input.addEventListener('cancel', end)
    signal.addEventListener('abort', end)
    // Safari drops the events of an input that is nowhere.
    document.documentElement.append(input)
    input.click()
  })
