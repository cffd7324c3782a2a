import { expect, it } from 'vitest'
import { placeOf, spellPath, suffixOf } from './file-path.ts'

it('spells one place as each platform does (PLAT-13)', () => {
  expect(spellPath('temp/ab.png', 'android')).toBe('wxfile://tmp_ab.png')
  expect(spellPath('temp/ab.png', 'devtools')).toBe('http://tmp/ab.png')
  expect(spellPath('store/ab.png', 'ios')).toBe('wxfile://store_ab.png')
  expect(spellPath('store/ab.png', 'devtools')).toBe('http://store/ab.png')
  expect(spellPath('user/a/b.txt', 'pc')).toBe('wxfile://usr/a/b.txt')
  expect(spellPath('user', 'devtools')).toBe('http://usr')
})

it('reads back every spelling, whichever platform wrote it', () => {
  for (const key of ['temp/ab.png', 'store/ab.png', 'user/a/b.txt', 'user']) {
    for (const platform of ['android', 'devtools'] as const) expect(placeOf(spellPath(key, platform))?.key).toBe(key)
  }
})

it('takes the shortest way through a path', () => {
  expect(placeOf('wxfile://usr//a/./b/../c/')?.key).toBe('user/a/c')
  expect(() => placeOf('wxfile://usr/a/../../x')).toThrow('permission denied')
})

it('knows no files but those of the app', () => {
  for (const path of ['', '/etc/x', 'images/a.png', 'https://usr/a', 'wxfile://usrx', 'wxfile://gone.png', 'http://tmp/', 'file:///a']) {
    expect(placeOf(path), path).toBeUndefined()
  }
})

it('refuses a name that no file system would take', () => {
  expect(() => placeOf(`wxfile://usr/${'茶'.repeat(86)}`)).toThrow('File name too long')
  expect(placeOf(`wxfile://usr/${'茶'.repeat(85)}`)?.area).toBe('user')
})

it('finds the suffix of a name', () => {
  expect(suffixOf('a.tar.gz')).toBe('.gz')
  expect(suffixOf('README')).toBe('')
  expect(suffixOf('a.b c')).toBe('')
})
