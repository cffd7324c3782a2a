import { ApiFailure } from '../wechat/run-api.ts'

/** Options of the browser's file picker. */
export interface Picking {
  readonly multiple: boolean
  /** As the `accept` attribute of an input: `image/*`, `.pdf` … Empty: any file. */
  readonly accept: string
  /** Open the camera directly, where the device has one. */
  readonly camera?: 'environment' | 'user' | undefined
}

/** Lets a person choose files. Rejects with an ApiFailure `cancel` when nothing was chosen, or when `signal` aborts. */
export type PickFiles = (picking: Picking, signal: AbortSignal) => Promise<readonly File[]>

export const pickFiles: PickFiles = ({ multiple, accept, camera }, signal) =>
  new Promise((resolve, reject) => {
    // Without user activation a browser opens no picker and reports nothing, and the call would never end.
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
    // Safari fires no events on an input that is not in the document.
    document.documentElement.append(input)
    input.click()
  })
