import { describe, expect, it } from 'vitest'
import type { FileEncoding } from '../contract/wx/wx-files.ts'
import { resultOf, setUpFiles } from '../testing/set-up-files.ts'

const USER = 'wxfile://usr'

describe('a file', () => {
  it('comes back as it was written, text or bytes, by either form of the calls', async () => {
    const { fs } = setUpFiles()
    expect(await resultOf(fs.writeFile, { filePath: `${USER}/a.txt`, data: '茶' })).toEqual({ errMsg: 'writeFile:ok' })
    expect(fs.readFileSync(`${USER}/a.txt`, 'utf8')).toBe('茶')
    fs.writeFileSync(`${USER}/b.bin`, Uint8Array.of(0, 255).buffer)
    expect(await resultOf(fs.readFile, { filePath: `${USER}/b.bin` })).toEqual({
      data: Uint8Array.of(0, 255).buffer,
      errMsg: 'readFile:ok',
    })
  })

  it('is read in every encoding that WeChat names', () => {
    const { fs } = setUpFiles()
    const given: Record<FileEncoding, string> = {
      utf8: 'aé茶',
      'utf-8': 'aé茶',
      ascii: 'abc',
      latin1: 'aé\u0080',
      binary: 'aé\u0080',
      base64: '6Iy2',
      hex: '00ff',
      ucs2: 'a茶',
      'ucs-2': 'a茶',
      utf16le: 'a茶',
      'utf-16le': 'a茶',
    }
    for (const [encoding, text] of Object.entries(given) as [FileEncoding, string][]) {
      fs.writeFileSync(`${USER}/x`, text, encoding)
      expect(fs.readFileSync(`${USER}/x`, encoding), encoding).toBe(text)
    }
    fs.writeFileSync(`${USER}/x`, 'a茶', 'ucs2')
    expect(fs.readFileSync(`${USER}/x`, 'hex')).toBe('61003683')
    expect(() => fs.readFileSync(`${USER}/x`, 'gbk' as FileEncoding)).toThrow('readFileSync:fail invalid encoding "gbk"')
    expect(() => fs.writeFileSync(`${USER}/x`, '%%', 'base64')).toThrow('writeFileSync:fail base64 encode error')
  })

  it('is read from a position, for a length', async () => {
    const { fs } = setUpFiles()
    fs.writeFileSync(`${USER}/x`, '0123456789')
    expect(await resultOf(fs.readFile, { filePath: `${USER}/x`, position: 2, length: 3, encoding: 'utf8' })).toMatchObject({ data: '234' })
    expect(await resultOf(fs.readFile, { filePath: `${USER}/x`, position: 10 })).toMatchObject({
      errMsg: 'readFile:fail value of position is out of range',
      errCode: 1301009,
    })
    expect(await resultOf(fs.readFile, { filePath: `${USER}/x`, length: 0 })).toMatchObject({
      errMsg: 'readFile:fail value of length is out of range',
    })
  })

  it('does not change when the app changes the bytes that it gave or was given', () => {
    const { fs } = setUpFiles()
    const given = Uint8Array.of(1)
    fs.writeFileSync(`${USER}/x`, given.buffer)
    given[0] = 9
    const got = new Uint8Array(fs.readFileSync(`${USER}/x`) as ArrayBuffer)
    got[0] = 9
    expect(fs.readFileSync(`${USER}/x`, 'hex')).toBe('01')
  })

  it('grows at its end, if it is there', async () => {
    const { fs } = setUpFiles()
    expect(() => fs.appendFileSync(`${USER}/x`, 'a')).toThrow(`appendFileSync:fail no such file or directory, open '${USER}/x'`)
    fs.writeFileSync(`${USER}/x`, 'a')
    fs.appendFileSync(`${USER}/x`, 'b')
    expect(await resultOf(fs.readFile, { filePath: `${USER}/x`, encoding: 'utf8' })).toMatchObject({ data: 'ab' })
  })

  it('is copied, renamed and removed', () => {
    const { fs } = setUpFiles()
    fs.writeFileSync(`${USER}/a`, '1')
    fs.copyFileSync(`${USER}/a`, `${USER}/b`)
    fs.renameSync(`${USER}/b`, `${USER}/c`)
    fs.unlinkSync(`${USER}/a`)
    expect(fs.readdirSync(USER)).toEqual(['c'])
    expect(() => fs.unlinkSync(`${USER}/a`)).toThrow(`unlinkSync:fail no such file or directory, unlink '${USER}/a'`)
  })

  it('is known by its Stats', async () => {
    const { fs } = setUpFiles()
    fs.mkdirSync(`${USER}/d`)
    fs.writeFileSync(`${USER}/d/a`, '123')
    const { stats } = (await resultOf(fs.stat, { path: `${USER}/d/a` })) as unknown as {
      stats: { size: number; isFile(): boolean; isDirectory(): boolean }
    }
    expect([stats.size, stats.isFile(), stats.isDirectory()]).toEqual([3, true, false])
    expect(fs.statSync(`${USER}/d`, true)).toMatchObject([{ path: '/' }, { path: '/a', stats: { size: 3 } }])
    // A list only for all that is in a directory.
    expect([fs.statSync(`${USER}/d`), fs.statSync(`${USER}/d/a`, true)]).toMatchObject([{ size: 0 }, { size: 3 }])
  })
})

describe('a directory', () => {
  it('has to be there before what is in it', () => {
    const { fs } = setUpFiles()
    expect(() => fs.writeFileSync(`${USER}/a/b`, '')).toThrow(`writeFileSync:fail no such file or directory, open '${USER}/a/b'`)
    expect(() => fs.mkdirSync(`${USER}/a/b`)).toThrow(`mkdirSync:fail no such file or directory, mkdir '${USER}/a/b'`)
    fs.mkdirSync(`${USER}/a/b/c`, true)
    fs.writeFileSync(`${USER}/a/b/c/x`, '')
    expect(fs.readdirSync(`${USER}/a`)).toEqual(['b'])
    expect(() => fs.mkdirSync(`${USER}/a`)).toThrow(`mkdirSync:fail file already exists ${USER}/a`)
  })

  it('moves with all that is in it, but not into itself', () => {
    const { fs } = setUpFiles()
    fs.mkdirSync(`${USER}/a/b`, true)
    fs.writeFileSync(`${USER}/a/b/x`, '1')
    fs.renameSync(`${USER}/a`, `${USER}/z`)
    expect(fs.readFileSync(`${USER}/z/b/x`, 'utf8')).toBe('1')
    expect(fs.readdirSync(USER)).toEqual(['z'])
    expect(() => fs.renameSync(`${USER}/z`, `${USER}/z/b/z`)).toThrow('operation not permitted')
    expect(() => fs.renameSync(USER, `${USER}/z/usr`)).toThrow('operation not permitted')
  })

  it('stays where it is when it is given its own name', () => {
    const { fs } = setUpFiles()
    fs.mkdirSync(`${USER}/a/b`, true)
    fs.renameSync(`${USER}/a`, `${USER}/a`)
    expect(fs.readdirSync(`${USER}/a`)).toEqual(['b'])
  })

  it('goes only when it is empty, unless all of it is meant', () => {
    const { fs } = setUpFiles()
    fs.mkdirSync(`${USER}/a/b`, true)
    expect(() => fs.rmdirSync(`${USER}/a`)).toThrow('rmdirSync:fail directory not empty')
    fs.rmdirSync(`${USER}/a/b`)
    expect(fs.readdirSync(`${USER}/a`)).toEqual([])
    fs.mkdirSync(`${USER}/a/c`)
    fs.rmdirSync(`${USER}/a`, true)
    expect(fs.readdirSync(USER)).toEqual([])
    expect(() => fs.rmdirSync(USER, true)).toThrow('permission denied')
  })

  it('is no file, and no file is one', () => {
    const { fs } = setUpFiles()
    fs.mkdirSync(`${USER}/d`)
    fs.writeFileSync(`${USER}/f`, '')
    expect(() => fs.readFileSync(`${USER}/d`)).toThrow('illegal operation on a directory')
    expect(() => fs.writeFileSync(`${USER}/d`, '')).toThrow('illegal operation on a directory')
    expect(() => fs.unlinkSync(`${USER}/d`)).toThrow('operation not permitted')
    expect(() => fs.readdirSync(`${USER}/f`)).toThrow('not a directory')
    expect(() => fs.rmdirSync(`${USER}/f`)).toThrow('not a directory')
    expect(() => fs.writeFileSync(`${USER}/f/x`, '')).toThrow('not a directory')
  })
})

describe('a call', () => {
  it('tells fail and complete the same, with the number of the fault', async () => {
    const { fs } = setUpFiles()
    const received: unknown[] = []
    await new Promise<void>((resolve) => {
      fs.access({
        path: `${USER}/gone`,
        success: () => received.push('success'),
        fail: (result) => received.push(result),
        complete: (result) => {
          received.push(result)
          resolve()
        },
      })
      expect(received).toEqual([])
    })
    const failure = { errMsg: `access:fail no such file or directory, access '${USER}/gone'`, errno: 1300002, errCode: 1300002 }
    expect(received).toEqual([failure, failure])
  })

  it('gives nothing, not even a Promise (the manager is older than those)', () => {
    const { fs } = setUpFiles()
    expect(fs.access({ path: USER })).toBeUndefined()
  })

  it('throws an Error with the text and the number of WeChat in its Sync form', () => {
    const { fs } = setUpFiles()
    const thrown = (() => {
      try {
        fs.readFileSync(`${USER}/gone`)
      } catch (error) {
        return error
      }
    })()
    expect(thrown).toBeInstanceOf(Error)
    expect(thrown).toMatchObject({ message: `readFileSync:fail no such file or directory, open '${USER}/gone'`, errCode: 1300002 })
  })

  it('names every parameter of a wrong type (ERR-5)', async () => {
    const { fs } = setUpFiles()
    expect(await resultOf(fs.writeFile, {})).toMatchObject({
      errMsg:
        'writeFile:fail parameter error: parameter.filePath should be String instead of Undefined;parameter.data should be String/ArrayBuffer instead of Undefined;',
    })
    expect(() => fs.accessSync(undefined as unknown as string)).toThrow(
      'accessSync:fail parameter error: parameter.path should be String instead of Undefined;',
    )
  })

  it('may write in the user directory only (DOWN-8)', () => {
    const { fs } = setUpFiles()
    for (const path of ['/etc/x', 'wxfile://tmp_x', 'wxfile://store_x', 'wxfile://usr/../x', 'images/x']) {
      expect(() => fs.writeFileSync(path, ''), path).toThrow('writeFileSync:fail permission denied, open')
    }
  })

  it('works unbound', () => {
    const { writeFileSync, readFileSync } = setUpFiles().fs
    writeFileSync(`${USER}/x`, 'a')
    expect(readFileSync(`${USER}/x`, 'utf8')).toBe('a')
  })
})

describe('what the platform spells its own way', () => {
  it('is the user directory, and either spelling leads to the same file', () => {
    const made = setUpFiles()
    made.fs.writeFileSync(`${made.files.wx.env.USER_DATA_PATH}/x`, 'a')
    made.settings = { ...made.settings, platform: 'devtools' }
    expect(made.files.wx.env.USER_DATA_PATH).toBe('http://usr')
    expect(made.fs.readFileSync('http://usr/x', 'utf8')).toBe('a')
    expect(made.fs.readFileSync('wxfile://usr/x', 'utf8')).toBe('a')
  })
})
