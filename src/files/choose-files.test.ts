import { describe, expect, it } from 'vitest'
import { resultOf, setUpFiles } from '../testing/set-up-files.ts'
import { ApiFailure } from '../wechat/run-api.ts'
import type { Picking } from './pick-files.ts'

const PHOTO = new File(['photo'], 'tea.JPG', { type: 'image/jpeg', lastModified: 5000 })
const CLIP = new File(['clip!!'], 'pour', { type: 'video/mp4' })
const NOTE = new File(['n'], 'note.pdf', { type: 'application/pdf', lastModified: 7000 })

function setUpPicker(...chosen: File[]) {
  const asked: Picking[] = []
  const { files } = setUpFiles({
    pickFiles: async (picking) => {
      asked.push(picking)
      if (chosen.length === 0) throw new ApiFailure('cancel')
      return chosen
    },
    readVideo: async () => ({ duration: 2, width: 640, height: 360, picture: new Blob(['frame']) }),
  })
  return { asked, ...files }
}

describe('wx.chooseImage', () => {
  it('makes temp files of what was chosen', async () => {
    const { store, wx } = setUpPicker(PHOTO)
    const result = await resultOf(wx.chooseImage)
    const [path = ''] = result['tempFilePaths'] as string[]
    expect(path).toMatch(/^wxfile:\/\/tmp_[0-9a-f]{32}\.JPG$/)
    expect(result).toEqual({ tempFilePaths: [path], tempFiles: [{ path, size: 5 }], errMsg: 'chooseImage:ok' })
    expect(await (await store.read(path))?.text()).toBe('photo')
  })

  it('asks for one or many, and takes no more than count', async () => {
    const { asked, wx } = setUpPicker(PHOTO, PHOTO, PHOTO)
    await resultOf(wx.chooseImage, { count: 1 })
    expect(await resultOf(wx.chooseImage, { count: 2 })).toMatchObject({ tempFilePaths: { length: 2 } })
    expect(asked.map(({ multiple }) => multiple)).toEqual([false, true])
  })

  it('goes to the camera when nothing else is allowed', async () => {
    const { asked, wx } = setUpPicker(PHOTO)
    await resultOf(wx.chooseImage, { sourceType: ['camera'] })
    await resultOf(wx.chooseImage, { sourceType: ['album', 'camera'] })
    expect(asked.map(({ camera }) => camera)).toEqual(['environment', undefined])
  })

  it('fails when the person cancels, as a Promise too', async () => {
    const { wx } = setUpPicker()
    expect(await resultOf(wx.chooseImage)).toEqual({ errMsg: 'chooseImage:fail cancel' })
    await expect(wx.chooseImage()).rejects.toEqual({ errMsg: 'chooseImage:fail cancel' })
  })
})

describe('wx.chooseMedia', () => {
  it('tells images from videos, and gives a video its size, length and first picture', async () => {
    const { store, wx } = setUpPicker(PHOTO, CLIP)
    const result = await wx.chooseMedia({ mediaType: ['mix'] })
    expect(result).toMatchObject({
      type: 'mix',
      errMsg: 'chooseMedia:ok',
      tempFiles: [
        { fileType: 'image', size: 5, duration: 0, width: 0, height: 0, thumbTempFilePath: '' },
        { fileType: 'video', size: 6, duration: 2, width: 640, height: 360 },
      ],
    })
    const [, clip] = result?.tempFiles ?? []
    expect(clip?.tempFilePath).toMatch(/\.mp4$/)
    expect(await (await store.read(clip?.thumbTempFilePath ?? ''))?.text()).toBe('frame')
  })

  it('asks for the kinds that are wanted', async () => {
    const { asked, wx } = setUpPicker(PHOTO)
    await wx.chooseMedia({ mediaType: ['video'] })
    await wx.chooseMedia()
    expect(asked.map(({ accept }) => accept)).toEqual(['video/*', 'image/*,video/*'])
  })
})

describe('wx.chooseMessageFile', () => {
  it('gives name, size, time and kind', async () => {
    const { asked, wx } = setUpPicker(NOTE, PHOTO)
    expect(await wx.chooseMessageFile({ count: 5, type: 'file', extension: ['.pdf', 'doc'] })).toMatchObject({
      tempFiles: [
        { name: 'note.pdf', size: 1, time: 7, type: 'file' },
        { name: 'tea.JPG', size: 5, time: 5, type: 'image' },
      ],
      errMsg: 'chooseMessageFile:ok',
    })
    expect(asked[0]?.accept).toBe('.pdf,.doc')
  })
})
