/// <reference types="miniprogram-api-typings" />
import { expectTypeOf, it } from 'vitest'
import type { ConnectSocketOption, SocketTask, WxSockets } from './wx-socket.ts'

declare const sockets: WxSockets
declare const theirSocket: WechatMiniprogram.SocketTask

type Theirs = WechatMiniprogram.Wx

it('a task can stand where a program written against WeChat’s typings wants one', () => {
  const task = sockets.connectSocket({ url: '' })
  // It may be missing, which theirs does not say (URL-8).
  expectTypeOf(task).toEqualTypeOf<SocketTask | undefined>()
  task satisfies WechatMiniprogram.SocketTask | undefined
})

it('so can the calls themselves, with their options', () => {
  sockets.connectSocket satisfies (option: WechatMiniprogram.ConnectSocketOption) => WechatMiniprogram.SocketTask | undefined
  sockets.sendSocketMessage satisfies (option: WechatMiniprogram.SendSocketMessageOption) => unknown
  sockets.closeSocket satisfies (option?: WechatMiniprogram.CloseSocketOption) => unknown
  sockets satisfies Pick<Theirs, 'onSocketClose' | 'onSocketError' | 'onSocketMessage' | 'onSocketOpen'>
})

it('a program written against our types works with theirs, but for what theirs leave out', () => {
  // Their task has no readyState (WS-12), and its close wants an argument.
  theirSocket satisfies Pick<SocketTask, 'onClose' | 'onError' | 'onMessage' | 'onOpen' | 'send'>
  const option: ConnectSocketOption = { url: '', protocols: ['a'], header: { a: 1 } }
  option satisfies Omit<WechatMiniprogram.ConnectSocketOption, 'complete' | 'fail' | 'success'>
})

it('the global calls give a Promise only where no callback is given', () => {
  expectTypeOf(sockets.closeSocket()).toExtend<Promise<{ errMsg: string }> | undefined>()
  // @ts-expect-error data is needed
  sockets.sendSocketMessage({})
})
