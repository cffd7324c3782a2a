import type { ChooseImageOption, ChooseMediaOption, ChooseMessageFileOption, MediaFile, WxFiles } from '../contract/wx/wx-files.ts'
import { ApiFailure, runApi } from '../wechat/run-api.ts'
import { suffixOf } from './file-path.ts'
import type { PickFiles, Picking } from './pick-files.ts'
import type { ReadVideo } from './read-video.ts'

/** What choosing files needs. */
export interface ChooserOptions {
  readonly addTemp: (blob: Blob, suffix: string) => Promise<string>
  readonly pickFiles: (picking: Picking) => ReturnType<PickFiles>
  readonly readVideo: ReadVideo
}

type Choosers = Pick<WxFiles, 'chooseImage' | 'chooseMedia' | 'chooseMessageFile'>

/** wx.chooseImage and its relatives, through the browser's file picker. Chosen files become temp files. */
export function createChoosers({ addTemp, pickFiles, readVideo }: ChooserOptions): Choosers {
  /** A picker takes one file or any number; files beyond `count` are dropped. */
  const pick = async (count: number, picking: Omit<Picking, 'multiple'>) =>
    (await pickFiles({ ...picking, multiple: count > 1 })).slice(0, count)
  const addFile = (file: File) => addTemp(file, suffixOf(file.name) || suffixOfType(file.type))

  return {
    chooseImage: (option) =>
      runApi('chooseImage', option, async () => {
        const { count, sourceType } = Object(option) as ChooseImageOption
        const files = await pick(countOf(count, 9, 20), { accept: 'image/*', camera: cameraOf(sourceType) })
        const tempFiles = await Promise.all(files.map(async (file) => ({ path: await addFile(file), size: file.size })))
        return { tempFilePaths: tempFiles.map(({ path }) => path), tempFiles }
      }),

    chooseMedia: (option) =>
      runApi('chooseMedia', option, async () => {
        const { count, mediaType = ['image', 'video'], sourceType, camera } = Object(option) as ChooseMediaOption
        const wanted = (['image', 'video'] as const).filter((type) => mediaType.includes(type) || mediaType.includes('mix'))
        const files = await pick(countOf(count, 9, 20), {
          accept: wanted.map((type) => `${type}/*`).join(','),
          camera: cameraOf(sourceType, camera),
        })
        const describe = async (file: File): Promise<MediaFile> => {
          const video = kindOf(file) === 'video' ? await readVideo(file) : undefined
          return {
            tempFilePath: await addFile(file),
            size: file.size,
            fileType: video ? 'video' : 'image',
            duration: video?.duration ?? 0,
            height: video?.height ?? 0,
            width: video?.width ?? 0,
            thumbTempFilePath: video?.picture ? await addTemp(video.picture, '.jpg') : '',
          }
        }
        const tempFiles = await Promise.all(files.map(describe))
        const kinds = new Set(tempFiles.map(({ fileType }) => fileType))
        return { tempFiles, type: kinds.size > 1 ? ('mix' as const) : (tempFiles[0]?.fileType ?? 'image') }
      }),

    chooseMessageFile: (option) =>
      runApi('chooseMessageFile', option, async () => {
        const { count, type = 'all', extension } = Object(option) as ChooseMessageFileOption
        const files = await pick(countOf(count, 100, 100), { accept: acceptOf(type, extension) })
        const tempFiles = await Promise.all(
          files.map(async (file) => ({
            name: file.name,
            path: await addFile(file),
            size: file.size,
            time: Math.floor(file.lastModified / 1000),
            type: kindOf(file),
          })),
        )
        return { tempFiles }
      }),
  }
}

function countOf(count: unknown, usual: number, most: number): number {
  const wanted = Number(count ?? usual)
  if (!(wanted >= 1)) throw new ApiFailure('parameter error: parameter.count should be greater than 0;', 1001)
  return Math.min(Math.floor(wanted), most)
}

function cameraOf(sourceType: readonly string[] | undefined, camera = 'back'): Picking['camera'] {
  if (!sourceType || sourceType.length === 0 || sourceType.includes('album')) return undefined
  return camera === 'front' ? 'user' : 'environment'
}

function acceptOf(type: string, extension: readonly string[] | undefined): string {
  if (type === 'image' || type === 'video') return `${type}/*`
  if (type !== 'file' || !extension) return ''
  return extension.map((name) => (name.startsWith('.') ? name : `.${name}`)).join(',')
}

function kindOf({ type }: File): 'image' | 'video' | 'file' {
  return type.startsWith('image/') ? 'image' : type.startsWith('video/') ? 'video' : 'file'
}

/** A photo taken with the camera may have no file name. */
function suffixOfType(type: string): string {
  const name = /^(?:image|video|audio)\/([a-z0-9]+)/.exec(type)?.[1]
  return name === undefined ? '' : `.${name === 'jpeg' ? 'jpg' : name}`
}
