import { expect, it } from 'vitest'
import { NEWEST_LIB } from '../contract/settings.ts'
import { OPTION_SINCE } from '../wechat/option-since.ts'
import { canIUse } from './can-i-use.ts'
import { KNOWN_APIS } from './known-apis.ts'

const all = () => true
const ask = (schema: string, lib = NEWEST_LIB) => canIUse(schema, lib, all)

it('is true for an api, its options, their values, and its results', () => {
  for (const schema of [
    'request',
    'request.object.enableChunked',
    'request.object.method.DELETE',
    'request.success.cookies',
    'request.fail.errno',
    'getSystemInfoSync.return.safeArea.left',
    'onNetworkStatusChange.callback.isConnected',
    'RequestTask.onChunkReceived',
    'UploadTask.abort',
    'getFileSystemManager',
    'FileSystemManager.readFileSync',
    'env.USER_DATA_PATH',
  ]) {
    expect(ask(schema), schema).toBe(true)
  }
})

it('is false for what this wx does not have', () => {
  for (const schema of [
    '',
    'login',
    'request.object.withCredentials',
    'request.object.method.PATCH',
    'request.object.timeout.fast',
    'request.nonsense.url',
    'RequestTask.onProgressUpdate',
    'FileSystemManager.unzip',
    'toString',
    'constructor.name',
    'button.open-type.contact',
  ]) {
    expect(ask(schema), schema).toBe(false)
  }
  for (const schema of [undefined, 5, Object.create(null)]) expect(canIUse(schema, NEWEST_LIB, all)).toBe(false)
})

it('follows the base library', () => {
  expect(ask('request.object.redirect', '3.2.1')).toBe(false)
  expect(ask('request.object.redirect', '3.2.2')).toBe(true)
  expect(ask('SocketTask.send', '1.6.6')).toBe(false)
  expect(ask('getFileSystemManager', '1.9.8')).toBe(false)
  expect(ask('FileSystemManager.appendFile', '2.0.9')).toBe(false)
})

it('asks the wx itself whether a call is there', () => {
  const onlyRequest = (name: string) => name === 'request'
  expect(canIUse('RequestTask.abort', NEWEST_LIB, onlyRequest)).toBe(true)
  expect(canIUse('UploadTask.abort', NEWEST_LIB, onlyRequest)).toBe(false)
  expect(canIUse('uploadFile', NEWEST_LIB, onlyRequest)).toBe(false)
})

it('has each option from the base library on from which the call minds it', () => {
  for (const [api, since] of Object.entries(OPTION_SINCE)) {
    for (const [name, version] of Object.entries(since)) {
      expect(
        canIUse(`${api}.object.${name}`, version, () => true),
        `${api} ${name}`,
      ).toBe(true)
      expect(
        canIUse(`${api}.object.${name}`, '1.0.0', () => true),
        `${api} ${name}`,
      ).toBe(false)
    }
  }
})

it('can read every line of its own table', () => {
  const items = Object.entries(KNOWN_APIS).flatMap(([api, { since, ...parts }]) =>
    Object.entries(parts).flatMap(([part, list]) =>
      list.split(' ').map((item: string) => ({ api, part, name: item.replace(/[[@].*/, '') })),
    ),
  )
  expect(items.length).toBeGreaterThan(200)
  for (const { api, part, name } of items) {
    const schema = /^[A-Z]|^env$/.test(api) ? `${api}.${name}` : `${api}.${part}.${name}`
    expect(ask(schema), schema).toBe(true)
  }
})
