/// <reference types="miniprogram-api-typings" />
import { expectTypeOf, it } from 'vitest'
import type { WxDevice } from './wx-device.ts'
import type { ChosenImages, WxFiles } from './wx-files.ts'

declare const files: WxFiles
declare const device: WxDevice

type Theirs = WechatMiniprogram.Wx

/**
 * Their account has a plugin, which there is only inside of one; their launch and onAppShow have what only another app can hand over;
 * their onAppHide tells something, though it names nothing; and a listener of an off call hears an errMsg that no on call tells.
 */
type Deviation =
  | 'getAccountInfoSync'
  | 'getLaunchOptionsSync'
  | 'getEnterOptionsSync'
  | 'onAppHide'
  | 'onAppShow'
  | Extract<keyof WxDevice, `off${string}`>

it('can stand where a program written against WeChat’s typings wants its files', () => {
  // Their manager can do more: files that stay open, zip and brotli.
  files satisfies Pick<Theirs, Exclude<Extract<keyof WxFiles, keyof Theirs>, 'getFileSystemManager'>>
  files.getFileSystemManager satisfies () => Pick<WechatMiniprogram.FileSystemManager, keyof ReturnType<WxFiles['getFileSystemManager']>>
})

it('can stand where it looks for the phone', () => {
  device satisfies Pick<Theirs, Exclude<keyof WxDevice, Deviation>>
  device.getLaunchOptionsSync() satisfies Omit<WechatMiniprogram.LaunchOptionsApp, 'hostExtraData'>
  device.getAccountInfoSync().miniProgram satisfies WechatMiniprogram.MiniProgram
})

it('gives a Promise only where no callback is given', () => {
  expectTypeOf(files.chooseImage()).toEqualTypeOf<Promise<ChosenImages & { errMsg: string }>>()
  expectTypeOf(files.chooseImage({ count: 1 })).toExtend<Promise<ChosenImages>>()
  expectTypeOf(device.setStorage({ key: 'a', data: 1, success: () => {} })).toEqualTypeOf<void>()
  expectTypeOf(device.getStorage<number>({ key: 'a' })).toExtend<Promise<{ data: number }>>()
})
