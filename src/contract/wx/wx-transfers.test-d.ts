/// <reference types="miniprogram-api-typings" />
import { it } from 'vitest'
import type { DownloadFileOption, DownloadFileSuccess, DownloadTask, UploadFileOption, UploadFileSuccess, UploadTask, Wx } from './wx.ts'

declare const wx: Wx
declare const theirUpload: WechatMiniprogram.UploadFileOption
declare const theirDownload: WechatMiniprogram.DownloadFileOption
declare const upload: UploadFileOption
declare const download: DownloadFileOption
declare const uploaded: UploadFileSuccess
declare const downloaded: DownloadFileSuccess
declare const uploading: UploadTask
declare const downloading: DownloadTask

/** Their callbacks are promised a profile; ours may get none (PROF-6). */
type Said = 'success' | 'fail' | 'complete'

it('takes the options of a program written against WeChat’s typings', () => {
  theirUpload satisfies Omit<UploadFileOption, Said>
  theirDownload satisfies Omit<DownloadFileOption, Said>
})

it('gives options that WeChat would take', () => {
  upload satisfies Omit<WechatMiniprogram.UploadFileOption, Said>
  download satisfies Omit<WechatMiniprogram.DownloadFileOption, Said>
})

it('gives the results and the tasks that such a program expects', () => {
  uploaded satisfies Omit<WechatMiniprogram.UploadFileSuccessCallbackResult, 'profile'>
  downloaded satisfies Omit<WechatMiniprogram.DownloadFileSuccessCallbackResult, 'profile'>
  uploading satisfies WechatMiniprogram.UploadTask
  downloading satisfies WechatMiniprogram.DownloadTask
})

it('may give no task', () => {
  wx.uploadFile({ url: '', filePath: '', name: '' })?.abort()
  wx.downloadFile({ url: '' })?.abort()
  // @ts-expect-error there may be none (URL-8)
  wx.downloadFile({ url: '' }).abort()
  // @ts-expect-error a name is needed
  wx.uploadFile({ url: '', filePath: '' })
})
