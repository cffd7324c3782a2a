import { describe, expect, it } from 'vitest'
import type { FromProgram, ToProgram } from './messages.ts'
import { FACTS, PROGRAM_API } from './program-api.ts'
import { type ProgramStart, runProgram } from './run-program.ts'

const START: Omit<ProgramStart, 'firstLine'> = {
  api: PROGRAM_API,
  facts: Object.fromEntries(FACTS.map((name) => [name, { name }])),
  storage: { token: 'abc' },
  userDataPath: 'wxfile://usr',
  missing: { names: ['chooseImage'], text: 'no {name} here' },
  refused: { names: ['fetch'], text: 'no {name} either' },
}

/** Lines that `new Function` writes before its text. */
const HEADER = 2

/** Runs a program as its worker would: nothing of this file is there. */
function runAlone(code: string) {
  const messages: (FromProgram | 'pong')[] = []
  const listeners = new Map<string, (event: object) => void>()
  const turns: (() => void)[] = []
  const text = runProgram.toString()
  const start: ProgramStart = { ...START, firstLine: text.split('\n').length + 1 + HEADER }
  const self = {
    postMessage: (message: FromProgram) => messages.push(structuredClone(message)),
    addEventListener: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
    setTimeout: (act: () => void) => turns.push(act),
    setInterval: () => 0,
    clearTimeout: () => {},
  }
  new Function('self', `(${text})(${JSON.stringify(start)}, self, async function program() {\n${code}\n})`)(self)
  return {
    messages,
    of: <Type extends FromProgram['type']>(type: Type) =>
      messages.filter((message): message is Extract<FromProgram, { type: Type }> => message !== 'pong' && message.type === type),
    send: (data: ToProgram | 'ping') => listeners.get('message')?.({ data }),
    async settle() {
      await Promise.resolve()
      for (const act of turns.splice(0)) act()
      await Promise.resolve()
    },
  }
}

const withWx = (code: string) => `const { wx, console, setTimeout } = self\n${code}`

describe('a program in its worker', () => {
  it('tells the page its calls, without functions and with their lines', () => {
    const program = runAlone(withWx("const task = wx.request({ url: 'https://a.test/', data: { a: 1 }, success() {} })\ntask.abort()"))
    const [call, abort] = program.of('invoke')
    expect(call).toMatchObject({ target: 0, method: 'request', given: [{ url: 'https://a.test/', data: { a: 1 } }], place: { line: 2 } })
    expect(call?.functions).toEqual([{ id: expect.any(Number), argument: 0, option: 'success' }])
    expect(abort).toMatchObject({ target: call?.id, method: 'abort', place: { line: 3 } })
  })

  it('runs its functions when the page says so, and tells when they are done', async () => {
    const program = runAlone(withWx("wx.request({ url: 'u', success: (res) => console.log(res.statusCode, 'came') })"))
    const functionId = program.of('invoke')[0]?.functions[0]?.id ?? 0
    program.send({ type: 'call', call: 7, functionId, given: [{ statusCode: 200 }] })
    expect(program.of('print')[0]).toMatchObject({
      level: 'log',
      values: [
        { kind: 'number', text: '200' },
        { kind: 'text', text: 'came' },
      ],
    })
    expect(program.of('ran')).toEqual([])
    await program.settle()
    expect(program.of('ran')).toEqual([{ type: 'ran', call: 7 }])
  })

  it('gives a Promise where no callback is given', async () => {
    const program = runAlone(withWx('const net = await wx.getNetworkType()\nconsole.log(net.networkType)'))
    program.send({ type: 'settled', call: 1, id: program.of('invoke')[0]?.id ?? 0, failed: false, value: { networkType: 'wifi' } })
    await program.settle()
    expect(program.of('print')[0]?.values).toEqual([{ kind: 'text', text: 'wifi' }])
  })

  it('tells what it throws, with the line', async () => {
    const program = runAlone(withWx('await 0\nnull.first'))
    await program.settle()
    expect(program.of('threw')[0]).toMatchObject({ message: expect.stringContaining('TypeError'), place: { line: 3 } })
  })

  it('says of what it does not have that it is not there', async () => {
    const program = runAlone(
      withWx('for (const act of [wx.chooseImage, self.fetch]) try { act() } catch (error) { console.log(error.message) }'),
    )
    expect(program.of('print').map(({ values }) => values[0]?.text)).toEqual(['no wx.chooseImage here', 'no fetch either'])
  })

  it('has the storage of the start at once, and writes through', () => {
    const program = runAlone(
      withWx("wx.setStorageSync('b', [1])\nconsole.log(wx.getStorageSync('token'), wx.getStorageSync('b'), wx.getStorageSync('c'))"),
    )
    expect(program.of('print')[0]?.values.map(({ text }) => text)).toEqual(['abc', '(1) [1]', ''])
    expect(program.of('invoke')[0]).toMatchObject({ method: 'setStorage', given: [{ key: 'b', data: [1] }] })
  })

  it('prints what is deep, long, cyclic or broken within bounds, and no more than 1,000 lines', () => {
    const program = runAlone(
      withWx(`const ring = { text: 'x'.repeat(20000), list: Array.from({ length: 500 }, (_, i) => i) }
ring.ring = ring
console.log(ring)
console.log({ get broken() { throw new Error('no') } })
for (let i = 0; i < 3000; i++) console.log(i)`),
    )
    const [ring, broken] = program.of('print')
    const entries = new Map(ring?.values[0]?.entries)
    expect(entries.get('text')?.text).toHaveLength(10_001)
    expect(entries.get('list')).toMatchObject({ kind: 'list', more: 400 })
    expect(broken?.values[0]?.text).toBe('(…)')
    expect(program.of('print')).toHaveLength(1000)
    expect(program.of('silenced')).toHaveLength(1)
  })

  it('goes on without wx once the program has deleted it', () => {
    const program = runAlone('delete self.wx\nself.console.log(typeof self.wx)')
    expect(program.of('print')[0]?.values[0]?.text).toBe('undefined')
    program.send('ping')
    expect(program.messages.at(-1)).toBe('pong')
  })
})
