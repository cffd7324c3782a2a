import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { TaskStore } from '../../recorder/tasks/task-store.ts'
import { type ExampleTask, exampleEvents } from '../../testing/example-events.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { factsOf } from '../rows/task-facts.ts'
import { HeldRow } from '../rows/task-row.ts'
import { parseFilter } from './parse-filter.ts'

const tasks: readonly ExampleTask[] = [
  { taskId: 'list', url: 'https://api.example.com/goods?page=2', ruleName: '商品列表', body: { kind: 'text', text: '', size: 1500 } },
  { taskId: 'cart', url: 'https://api.example.com/cart', method: 'POST', status: 404, took: 1240 },
  { taskId: 'image', url: 'https://img.cdn.example.com/a.png', status: 301, type: 'image/png', chunks: [4, 7] },
  { taskId: 'runs', url: 'https://api.example.com/feed', upTo: 4 },
  { taskId: 'late', url: 'https://api.example.com/slow', error: { kind: 'timed-out', after: 5, errMsg: 'request:fail timeout', errno: 5 } },
  {
    taskId: 'refused',
    api: 'uploadFile',
    url: 'https://api.example.com/%E6%98%8E%E5%89%8D+%E9%BE%99%E4%BA%95',
    error: { kind: 'refused-domain', host: 'api.example.com', errMsg: 'uploadFile:fail url not in domain list', errno: 600002 },
  },
]

const ALL = 'list cart image runs late refused'
/** The callback of this one throws. */
const threw = exampleEvents({ taskId: 'threw', url: 'https://api.example.com/throws' }).map(
  (event): TaskEvent => (event.type === 'delivered' && event.callback === 'success' ? { ...event, threw: 'Error: boom' } : event),
)

/** Made in a page of the app, with an option of its own. */
const inPage = exampleEvents({ taskId: 'in page' }).map(
  (event): TaskEvent =>
    event.type === 'created' ? { ...event, page: 'pages/home/index', given: { ...event.given, responseType: 'arraybuffer' } } : event,
)

/** Reads what is asked for from the task itself. */
function readerOf(task: TaskSnapshot): RowReader {
  return { unpack: () => task, facts: () => factsOf(task), hasInBody: () => false }
}

function matches(query: string, task: TaskSnapshot, startedAt = 0): boolean {
  return parseFilter(query, startedAt).matches(new HeldRow(task), readerOf(task))
}

function idsOf(query: string, events: readonly TaskEvent[] = tasks.flatMap(exampleEvents)): string {
  const book = new TaskStore()
  book.add(events)
  return book
    .all()
    .filter((task) => matches(query, task))
    .map((task) => task.taskId)
    .join(' ')
}

describe('parseFilter', () => {
  it.each([
    ['', ALL],
    ['goods', 'list'],
    ['GOODS', 'list'],
    ['timeout', 'late'],
    ['api.example feed', 'runs'],
    ['-api.example', 'image'],
    ['method:post', 'cart'],
    ['-method:get', 'cart'],
    ['status-code:404', 'cart'],
    ['status-code:40', ''],
    ['domain:api.example.com', 'list cart runs late refused'],
    ['domain:example.com', ''],
    ['domain:*.example.com', ALL],
    ['-domain:*cdn*', 'list cart runs late refused'],
    ['url:/cart', 'cart'],
    ['scheme:https -url:api', 'image'],
    ['is:running', 'runs'],
    ['mime-type:image/png', 'image'],
    ['mime-type:application/json', 'list cart'],
    ['larger-than:1k', 'list'],
    ['larger-than:1.4K', 'list'],
    ['larger-than:2k', ''],
    ['has-response-header:content-type', 'list cart image'],
    ['has-request-header:Content-Type -api.example', 'image'],
    ['"page=2"', 'list'],
    ['domain:"api.example.com" -goods is:mocked', ''],
    ['unknown:key', ''],
    ['constructor:x', ''],
    ['https://api.example.com/cart', 'cart'],
    ['  method:get   goods ', 'list'],
    ['-', ALL],
    ['/V1|GOODS/', 'list'],
    ['/^post$/', 'cart'],
    ['/goods', 'list'],
  ])('means what it means in Chrome: %j shows %s', (query, ids) => {
    expect(idsOf(query)).toBe(ids)
  })

  it.each([
    ['status:4xx', 'cart'],
    ['status:>=300', 'cart image'],
    ['status:200..301', 'list image'],
    ['status:<300', 'list'],
    ['s:404', 'cart'],
    ['m:POST OR goods', 'list cart'],
    ['goods OR feed method:get', 'list runs'],
    ['(goods OR cart) method:post', 'cart'],
    ['(goods OR cart) AND method:get', 'list'],
    ['NOT (goods OR cart OR is:running)', 'image late refused'],
    ['-(goods OR cart) -is:running', 'image late refused'],
    ['((status:404))', 'cart'],
    ['NOT NOT goods', 'list'],
    ['is:failed', 'late refused'],
    ['-mocked:no', idsOf('is:mocked')],
    ['mocked:TRUE', idsOf('is:mocked')],
    ['aborted:yes', ''],
    ['is:refused', 'refused'],
    ['is:mocked', 'list'],
    ['errno:600002', 'refused'],
    ['errno:>100', 'refused'],
    ['api:upload', 'refused'],
    ['kind:uploadFile', 'refused'],
    ['rule:商品', 'list'],
    ['size:1k..1.5k', 'list'],
    ['size:>=1.5KB', 'list'],
    ['duration:>1s', 'cart'],
    ['duration:>=1240ms', 'cart'],
    ['chunks:2', 'image'],
    ['phase:download mime-type:image/*', 'image'],
    ['t:image/*', 'image'],
  ])('goes beyond Chrome: %j shows %s', (query, ids) => {
    expect(idsOf(query)).toBe(ids)
  })

  it.each([
    ['商品', 'list'],
    ['域名被拦截 OR 没有这样的词', 'refused'],
    ['refused', 'refused'],
    ['600002', 'refused'],
    ['upload', 'refused'],
    ['明前', 'refused'],
    ['"明前 龙井"', 'refused'],
    ['明前+龙井', 'refused'],
    ['%E6%98%8E', 'refused'],
    ['goods?page=2api.example.com', 'list'],
    ['cart/', 'cart'],
    ['"1.5 kB"', 'list'],
    ['1.24 s', 'cart'],
    ['"1,240 ms"', 'cart'],
    ['404', 'cart'],
    ['规则', ''],
    ['真实网络 image', ''],
    ['真实网络 a.png', 'image'],
  ])('finds what a row shows, in both languages: %j shows %s', (query, ids) => {
    expect(idsOf(query)).toBe(ids)
  })

  it('finds calls whose callbacks threw', () => {
    expect(idsOf('is:threw', [...tasks.flatMap(exampleEvents), ...threw])).toBe('threw')
  })

  it('finds the time at which a row says that it started', () => {
    const book = new TaskStore()
    book.add(exampleEvents({ taskId: 'a', at: 184 }))
    const startedAt = new Date(2026, 10, 22, 14, 3, 22).getTime()
    expect(book.all().filter((task) => matches('14:03:22.184', task, startedAt))).toHaveLength(1)
  })

  it.each([
    'goods -feed OR 404',
    '/goods$/ "a.png" 600002',
    'is:failed OR is:threw OR is:mocked OR is:refused',
    'status:4xx size:>1k duration:>1s errno:5 chunks:2 larger-than:1k',
    'method:post domain:*example.com url:cart scheme:https mime-type:image/png api:request rule:x status-code:404',
    'domain:nowhere header:token',
  ])('unpacks no task for %j, which the rows answer', (query) => {
    const { matches } = parseFilter(query)
    const book = new TaskStore()
    book.add(tasks.flatMap(exampleEvents))
    const fail = () => {
      throw new Error('unpacked')
    }
    const reader = { unpack: fail, facts: fail, hasInBody: fail }
    expect(() => book.all().map((task) => matches(new HeldRow(task), reader))).not.toThrow()
  })

  it('reads a text to its end where a row holds only the beginning', () => {
    const long = exampleEvents({ taskId: 'long', url: `https://api.example.com/${'a'.repeat(3000)}/end` })
    for (const query of ['/end', 'url:aaa/end', '-(NOT end)']) expect([query, idsOf(query, long)]).toEqual([query, 'long'])
  })

  it('points at each token that means nothing, and filters by the rest', () => {
    const query = 'goods larger-than:big is:asleep -status:9xx method: priority:high errno:x duration:1h api:x /(a+)+/ /[/'
    expect(parseFilter(query).problems.map(({ text, fault }) => [text, fault])).toEqual([
      ['larger-than:big', 'not-a-size'],
      ['is:asleep', 'unknown-state'],
      ['-status:9xx', 'unknown-status'],
      ['method:', 'empty-value'],
      ['priority:high', 'not-recorded'],
      ['errno:x', 'not-a-count'],
      ['duration:1h', 'not-a-duration'],
      ['api:x', 'unknown-api'],
      ['/(a+)+/', 'slow-regex'],
      ['/[/', 'bad-regex'],
    ])
    expect(idsOf(query)).toBe('list')
  })

  it.each([
    ['(goods', '(', 'unclosed', 'list'],
    ['goods)', undefined, undefined, ''],
    ['goods )', ')', 'unopened', 'list'],
    ['goods OR', 'OR', 'no-operand', 'list'],
    ['OR goods', 'OR', 'no-operand', 'list'],
    ['goods NOT', 'NOT', 'no-operand', 'list'],
    ['(goods AND ) method:get', 'AND', 'no-operand', 'list'],
    ['goods OR is:asleep', 'is:asleep', 'unknown-state', 'list'],
    ['NOT (is:asleep) goods', 'is:asleep', 'unknown-state', 'list'],
  ])('lets a half-written %j work as far as it goes', (query, text, fault, ids) => {
    expect(parseFilter(query).problems.map((problem) => [problem.text, problem.fault])).toEqual(text ? [[text, fault]] : [])
    expect(idsOf(query)).toBe(ids)
  })

  it('knows that a filter of nothing but faults lets everything pass', () => {
    expect(parseFilter('is:asleep').empty).toBe(true)
    expect(parseFilter('(is:asleep OR status:x)').empty).toBe(true)
    expect(parseFilter('x').empty).toBe(false)
  })

  it('takes anything that can be typed, and points at nothing but what was typed', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '-',
        ':',
        '"',
        ' ',
        '*',
        '(',
        ')',
        '\\',
        '/',
        'domain:',
        'status:',
        'is:',
        'a',
        '>',
        '..',
        '商',
        '[',
        '.*',
        ' OR ',
        ' NOT ',
      ),
      { maxLength: 16 },
    )
    fc.assert(
      fc.property(pieces, (typed) => {
        const query = typed.join('')
        for (const { from, to, text } of parseFilter(query).problems) expect([text, text.trim()]).toEqual([query.slice(from, to), text])
        idsOf(query)
      }),
    )
  })

  it('lets no letter of a host count for both sides of a star in `domain:`', () => {
    const hosts = ['a', 'aa', 'aba', 'ab', 'ba'].flatMap((host) => exampleEvents({ taskId: host, url: `https://${host}/` }))
    expect(idsOf('domain:a*a', hosts)).toBe('aa aba')
    expect(idsOf('domain:*a*a*', hosts)).toBe('aa aba')
    expect(idsOf('domain:a*', hosts)).toBe('a aa aba ab')
  })

  it('follows the laws of and, or and not', () => {
    const term = fc.constantFrom('goods', 'status:4xx', 'is:failed', 'method:get', '"a.png"', '/ca/', '-feed')
    const query: fc.Arbitrary<string> = fc.letrec<{ query: string }>((tie) => ({
      query: fc.oneof(
        { maxDepth: 3 },
        term,
        fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a}) (${b})`),
        fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a} OR ${b})`),
        tie('query').map((a) => `NOT (${a})`),
      ),
    })).query
    const setOf = (text: string) => new Set(idsOf(text).split(' '))
    fc.assert(
      fc.property(query, query, (a, b) => {
        const [inA, inB, all] = [setOf(a), setOf(b), setOf('')]
        expect(parseFilter(a).problems).toEqual([])
        const keep = (fits: (id: string) => boolean) => [...all].filter(fits).join(' ')
        expect(idsOf(`(${a}) (${b})`)).toBe(keep((id) => inA.has(id) && inB.has(id)))
        expect(idsOf(`${a} OR ${b}`)).toBe(keep((id) => inA.has(id) || inB.has(id)))
        expect(idsOf(`-(${a})`)).toBe(keep((id) => !inA.has(id)))
      }),
      { numRuns: 50 },
    )
  })

  it('nests as deep as anyone writes, and says so beyond', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}goods${')'.repeat(depth)}`
    expect(parseFilter(nested(50)).problems).toEqual([])
    expect(parseFilter(nested(5_000)).problems[0]?.fault).toBe('too-deep')
    expect(idsOf(nested(5_000))).toBe('list')
  })

  it('is as quick on a hostile domain pattern as on any other', () => {
    const url = `https://${'a'.repeat(200)}/`
    expect(idsOf(`domain:${'*a'.repeat(12)}*b`, exampleEvents({ taskId: 'x', url }))).toBe('')
  })

  it.each([
    ['page:pages/home', 'in page'],
    ['page:cart', ''],
    ['-page:home', ''],
    ['home/index', 'in page'],
    ['arraybuffer', 'in page'],
  ])('finds a call by the page in which it was made, and by its options: %j shows %j', (query, ids) => {
    expect(idsOf(query, inPage)).toBe(ids)
  })
})
