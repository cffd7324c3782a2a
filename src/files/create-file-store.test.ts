import { describe, expect, it } from 'vitest'
import { createMemoryKeep, resultOf, setUpFiles } from '../testing/set-up-files.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a file on its way', () => {
  it('has no path until it is whole', async () => {
    const { files, fs } = setUpFiles()
    const pending = await files.store.writeTo('wxfile://usr/a.txt')
    pending.write(bytes('half '))
    expect(fs.readdirSync('wxfile://usr')).toEqual([])
    pending.write(bytes('and half'))
    expect(pending.size).toBe(13)
    expect(await pending.finish()).toBe('wxfile://usr/a.txt')
    expect(await (await files.store.read('wxfile://usr/a.txt'))?.text()).toBe('half and half')
  })

  it('leaves what was there when it is dropped, or when the page is killed', async () => {
    const { files, fs, keep } = setUpFiles()
    fs.writeFileSync('wxfile://usr/a', 'old')
    const dropped = await files.store.writeTo('wxfile://usr/a')
    dropped.write(bytes('new'))
    dropped.discard()
    const killed = await files.store.writeTo('wxfile://usr/a')
    killed.write(bytes('new'))
    const next = setUpFiles({ keep })
    expect(await (await next.files.store.read('wxfile://usr/a'))?.text()).toBe('old')
    expect([...keep.kept.keys()]).toHaveLength(1)
  })

  it('can still be dropped when it is sealed, and is not to be seen until it is finished', async () => {
    const { files, fs } = setUpFiles()
    const pending = await files.store.writeTo('wxfile://usr/a.txt')
    pending.write(bytes('whole'))
    await pending.seal()
    expect(fs.readdirSync('wxfile://usr')).toEqual([])
    pending.discard()
    expect(fs.readdirSync('wxfile://usr')).toEqual([])
    const other = await files.store.writeTo('wxfile://usr/b.txt')
    other.write(bytes('whole'))
    await other.seal()
    await other.finish()
    expect(fs.readdirSync('wxfile://usr')).toEqual(['b.txt'])
    expect(await (await files.store.read('wxfile://usr/b.txt'))?.text()).toBe('whole')
  })

  it('takes a copy of each piece', async () => {
    const { files } = setUpFiles()
    const pending = files.store.beginTemp('.bin', 'android')
    const piece = bytes('a')
    pending.write(piece)
    piece.fill(0)
    expect(await (await files.store.read(await pending.finish()))?.text()).toBe('a')
  })

  it('joins many pieces in their order', async () => {
    const { files } = setUpFiles()
    const pending = files.store.beginTemp('', 'android')
    for (let nth = 0; nth < 40; nth++) pending.write(new Uint8Array(100_000).fill(nth))
    const blob = (await files.store.read(await pending.finish()))!
    const content = new Uint8Array(await blob.arrayBuffer())
    expect(content.byteLength).toBe(4_000_000)
    expect(content.every((byte, at) => byte === Math.floor(at / 100_000))).toBe(true)
  })

  it('is named as its platform names temp files (DOWN-7)', async () => {
    const { files } = setUpFiles()
    expect(await files.store.beginTemp('.png', 'ios').finish()).toMatch(/^wxfile:\/\/tmp_[0-9a-f]{32}\.png$/)
    expect(await files.store.beginTemp('', 'devtools').finish()).toMatch(/^http:\/\/tmp\/[0-9a-f]{32}$/)
  })

  it('is refused where nothing may be written (DOWN-8)', async () => {
    const { files, fs } = setUpFiles()
    fs.mkdirSync('wxfile://usr/d')
    await expect(files.store.writeTo('/etc/x')).rejects.toMatchObject({ fault: { kind: 'permission-denied', path: '/etc/x' } })
    await expect(files.store.writeTo('wxfile://usr/no/x')).rejects.toMatchObject({ fault: { kind: 'no-such-file' } })
    await expect(files.store.writeTo('wxfile://usr/d')).rejects.toMatchObject({ fault: { kind: 'is-a-directory' } })
  })

  it('stops at 200 MB of user files (LIM-7)', async () => {
    const { files } = setUpFiles()
    const pending = await files.store.writeTo('wxfile://usr/big')
    const piece = new Uint8Array(20 * 1024 * 1024)
    for (let nth = 0; nth < 10; nth++) pending.write(piece)
    expect(() => pending.write(Uint8Array.of(1))).toThrow('the maximum size of the file storage limit is exceeded')
    pending.discard()
  })

  it('is refused at its end, when another has taken the room in the meantime (LIM-7)', async () => {
    const { files, fs } = setUpFiles()
    const piece = new Uint8Array(20 * 1024 * 1024)
    const [first, second] = [await files.store.writeTo('wxfile://usr/a'), await files.store.writeTo('wxfile://usr/b')]
    for (let nth = 0; nth < 6; nth++) for (const pending of [first, second]) pending.write(piece)
    await first.finish()
    await expect(second.finish()).rejects.toMatchObject({ fault: { kind: 'storage-limit' } })
    expect(fs.readdirSync('wxfile://usr')).toEqual(['a'])
  })

  it('fails when the browser had no room for it', async () => {
    const keep = createMemoryKeep()
    const { files, fs } = setUpFiles({ keep })
    keep.broken = Object.assign(new Error('full'), { name: 'QuotaExceededError' })
    const pending = await files.store.writeTo('wxfile://usr/a')
    pending.write(bytes('a'))
    await expect(pending.finish()).rejects.toMatchObject({ fault: { kind: 'storage-limit' } })
    expect(fs.readdirSync('wxfile://usr')).toEqual([])
  })
})

describe('a temp file', () => {
  it('is moved by saveFile, into the store or where the app says', async () => {
    const { files, fs } = setUpFiles()
    const temp = async () => {
      const pending = files.store.beginTemp('.txt', 'android')
      pending.write(bytes('a'))
      return pending.finish()
    }
    const first = await temp()
    const { savedFilePath } = await resultOf(files.wx.saveFile, { tempFilePath: first })
    expect(savedFilePath).toMatch(/^wxfile:\/\/store_[0-9a-f]{32}\.txt$/)
    expect(await files.store.read(first)).toBeUndefined()
    expect(await resultOf(files.wx.getSavedFileList)).toMatchObject({ fileList: [{ filePath: savedFilePath, size: 1 }] })
    expect(fs.saveFileSync(await temp(), 'wxfile://usr/mine.txt')).toBe('wxfile://usr/mine.txt')
    expect(await resultOf(fs.saveFile, { tempFilePath: first })).toMatchObject({
      errMsg: 'saveFile:fail tempFilePath file not exist',
      errCode: 1301112,
    })
    expect(await resultOf(files.wx.removeSavedFile, { filePath: savedFilePath as string })).toEqual({ errMsg: 'removeSavedFile:ok' })
    expect(await resultOf(files.wx.getSavedFileList)).toMatchObject({ fileList: [] })
  })

  it('goes with the page; saved and user files stay', async () => {
    const { files, fs, keep } = setUpFiles()
    const saved = fs.saveFileSync(await files.store.beginTemp('', 'android').finish())
    const temp = await files.store.beginTemp('', 'android').finish()
    fs.mkdirSync('wxfile://usr/d')
    fs.writeFileSync('wxfile://usr/d/x', 'a')
    // One that waits for its own turn to be kept waits for those before it.
    await resultOf(fs.mkdir, { dirPath: 'wxfile://usr/e' })
    const next = setUpFiles({ keep })
    await next.files.ready
    expect(next.fs.readdirSync('wxfile://usr/d')).toEqual(['x'])
    expect(await next.files.store.read(saved)).toBeDefined()
    expect(await next.files.store.read(temp)).toBeUndefined()
  })
})

describe('storage of the browser', () => {
  it('gives each mini-program its own files', async () => {
    const made = setUpFiles()
    made.fs.writeFileSync('wxfile://usr/x', 'a')
    made.settings = { ...made.settings, appid: 'wx1111111111111111' }
    expect(made.fs.readdirSync('wxfile://usr')).toEqual([])
    made.settings = { ...made.settings, appid: 'wx0000000000000000' }
    expect(made.fs.readdirSync('wxfile://usr')).toEqual(['x'])
  })

  it('that is blocked leaves a file system in memory, and says so once', async () => {
    const blocked = { ...createMemoryKeep(), load: () => Promise.reject(new Error('denied')) }
    const { files, fs, troubles } = setUpFiles({ keep: blocked })
    await files.ready
    fs.writeFileSync('wxfile://usr/x', 'a')
    expect(await resultOf(fs.readFile, { filePath: 'wxfile://usr/x', encoding: 'utf8' })).toMatchObject({ data: 'a' })
    expect(troubles).toEqual(['files-not-kept'])
  })

  it('that is full fails a call that waits, which then has changed nothing', async () => {
    const { fs, keep, troubles } = setUpFiles()
    fs.writeFileSync('wxfile://usr/x', 'old')
    await resultOf(fs.access, { path: 'wxfile://usr/x' })
    keep.broken = Object.assign(new Error('full'), { name: 'QuotaExceededError' })
    expect(await resultOf(fs.writeFile, { filePath: 'wxfile://usr/x', data: 'new' })).toEqual({
      errMsg: 'writeFile:fail the maximum size of the file storage limit is exceeded',
      errno: 1300202,
      errCode: 1300202,
    })
    expect(fs.readFileSync('wxfile://usr/x', 'utf8')).toBe('old')
    expect(troubles).toEqual([])
  })

  it('that is full takes back only what failed: what was written there since stays', async () => {
    const { clock, fs, keep } = setUpFiles()
    await resultOf(fs.writeFile, { filePath: 'wxfile://usr/x', data: 'old' })
    const { keep: other, letGo } = hold()
    keep.held = other.held
    const failing = resultOf(fs.writeFile, { filePath: 'wxfile://usr/x', data: 'new' })
    await clock.tick(0)
    expect(fs.readFileSync('wxfile://usr/x', 'utf8')).toBe('new')
    fs.writeFileSync('wxfile://usr/x', 'newest')
    keep.broken = Object.assign(new Error('full'), { name: 'QuotaExceededError' })
    letGo()
    expect(await failing).toMatchObject({ errno: 1300202 })
    expect(fs.readFileSync('wxfile://usr/x', 'utf8')).toBe('newest')
  })

  it('that is full is told of when a Sync call has returned already', async () => {
    const { fs, keep, troubles } = setUpFiles()
    keep.broken = Object.assign(new Error('full'), { name: 'QuotaExceededError' })
    fs.writeFileSync('wxfile://usr/x', 'new')
    await resultOf(fs.access, { path: 'wxfile://usr/x' })
    expect(fs.readFileSync('wxfile://usr/x', 'utf8')).toBe('new')
    await Promise.resolve()
    expect(troubles).toEqual(['files-full'])
  })

  it('does not win over what this page wrote while it was read', async () => {
    const { fs, keep } = setUpFiles()
    fs.writeFileSync('wxfile://usr/x', 'old')
    fs.writeFileSync('wxfile://usr/y', 'old')
    await resultOf(fs.access, { path: 'wxfile://usr/x' })
    const next = setUpFiles({ keep })
    next.fs.writeFileSync('wxfile://usr/x', 'new')
    await next.files.ready
    expect(next.fs.readFileSync('wxfile://usr/x', 'utf8')).toBe('new')
    expect(next.fs.readdirSync('wxfile://usr')).toEqual(['x', 'y'])
  })

  it('that a page may not read from without waiting fails the Sync call only', async () => {
    const keep = createMemoryKeep()
    keep.kept.set('wx0000000000000000|user/x', { kind: 'file', blob: new Blob(['a']), modifiedAt: 0 })
    const { files, fs } = setUpFiles({
      keep,
      readNow: () => {
        throw new Error('blocked by CSP')
      },
    })
    await files.ready
    expect(() => fs.readFileSync('wxfile://usr/x')).toThrow('readFileSync:fail Input/output error')
    expect(await resultOf(fs.readFile, { filePath: 'wxfile://usr/x', encoding: 'utf8' })).toMatchObject({ data: 'a' })
    // Read once, it is at hand.
    expect(fs.readFileSync('wxfile://usr/x', 'utf8')).toBe('a')
  })

  /** A storage that answers when it is let go. */
  const hold = () => {
    const keep = createMemoryKeep()
    keep.kept.set('wx0000000000000000|user/x', { kind: 'file', blob: new Blob(['old']), modifiedAt: 0 })
    let letGo = () => {}
    keep.held = new Promise((resolve) => {
      letGo = resolve
    })
    return { keep, letGo: () => letGo() }
  }
  const lost = (api: string) => ({ errMsg: `${api}:fail Input/output error`, errno: 1300005, errCode: 1300005 })

  it('that does not answer in five seconds fails what needs it, in WeChat’s words, and the person is told once', async () => {
    const { clock, files, fs, troubles } = setUpFiles({ keep: hold().keep })
    const reading = resultOf(fs.readFile, { filePath: 'wxfile://usr/x' })
    const spot = files.store.writeTo('wxfile://usr/film').catch((cause: Error) => cause.message)
    await clock.tick(4999)
    expect(troubles).toEqual([])
    await clock.tick(1)
    await files.ready
    expect(await reading).toEqual(lost('readFile'))
    expect(await resultOf(fs.writeFile, { filePath: 'wxfile://usr/y', data: 'new' })).toEqual(lost('writeFile'))
    expect(() => fs.readdirSync('wxfile://usr')).toThrow('readdirSync:fail Input/output error')
    expect(await spot).toBe('Input/output error')
    expect(troubles).toEqual(['files-not-answering'])
  })

  it('that does not answer does not stop temp files, which it never sees', async () => {
    const { clock, files } = setUpFiles({ keep: hold().keep })
    await clock.tick(5000)
    const pending = files.store.beginTemp('.txt', 'android')
    pending.write(bytes('a'))
    expect(await (await files.store.read(await pending.finish()))?.text()).toBe('a')
  })

  it('that answers after all gives its files, and takes new ones', async () => {
    const { keep, letGo } = hold()
    const { clock, fs, files } = setUpFiles({ keep })
    fs.writeFileSync('wxfile://usr/early', 'a')
    await clock.tick(60_000)
    letGo()
    await clock.tick(0)
    expect(fs.readdirSync('wxfile://usr')).toEqual(['early', 'x'])
    expect(await (await files.store.read('wxfile://usr/x'))?.text()).toBe('old')
    expect(await resultOf(fs.writeFile, { filePath: 'wxfile://usr/y', data: 'new' })).toEqual({ errMsg: 'writeFile:ok' })
    expect([...keep.kept.keys()].map((name) => name.split('|')[1])).toEqual(['user/x', 'user/early', 'user/y'])
  })

  it('that stops answering in the middle fails a write after thirty seconds, and nothing has changed, then or later', async () => {
    const { clock, fs, keep, troubles } = setUpFiles()
    await resultOf(fs.writeFile, { filePath: 'wxfile://usr/x', data: 'old' })
    const { keep: other, letGo } = hold()
    keep.held = other.held
    const writing = resultOf(fs.writeFile, { filePath: 'wxfile://usr/x', data: 'newer' })
    await clock.tick(30_000)
    expect(await writing).toEqual(lost('writeFile'))
    expect([fs.statSync('wxfile://usr/x')].map((stats) => (stats as { size: number }).size)).toEqual([3])
    letGo()
    await clock.tick(0)
    expect(keep.kept.get('wx0000000000000000|user/x')).toMatchObject({ blob: { size: 3 } })
    expect(troubles).toEqual(['files-not-answering'])
  })
})
