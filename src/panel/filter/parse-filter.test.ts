import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TaskStore } from '../../recorder/tasks/task-store.ts'
import { type ExampleTask, exampleEvents } from '../../testing/example-events.ts'
import { parseFilter } from './parse-filter.ts'

const tasks: readonly ExampleTask[] = [
  { taskId: 'list', url: 'https://api.example.com/goods?page=2', ruleName: '商品列表', body: { kind: 'text', text: '', size: 1500 } },
  { taskId: 'cart', url: 'https://api.example.com/cart', method: 'POST', status: 404 },
  { taskId: 'image', url: 'https://img.cdn.example.com/a.png', status: 301, type: 'image/png' },
  { taskId: 'runs', url: 'https://api.example.com/feed', upTo: 4 },
  { taskId: 'late', url: 'https://api.example.com/slow', error: { kind: 'timed-out', after: 5, errMsg: 'request:fail timeout', errno: 5 } },
]

function idsOf(query: string): string {
  const book = new TaskStore()
  book.add(tasks.flatMap(exampleEvents))
  return book
    .all()
    .filter(parseFilter(query).matches)
    .map((task) => task.taskId)
    .join(' ')
}

describe('parseFilter', () => {
  it.each([
    ['', 'list cart image runs late'],
    ['goods', 'list'],
    ['GOODS', 'list'],
    ['商品', 'list'],
    ['timeout', 'late'],
    ['api.example feed', 'runs'],
    ['-api.example', 'image'],
    ['method:post', 'cart'],
    ['-method:get', 'cart'],
    ['status-code:404', 'cart'],
    ['status-code:40', ''],
    ['domain:api.example.com', 'list cart runs late'],
    ['domain:example.com', ''],
    ['domain:*.example.com', 'list cart image runs late'],
    ['-domain:*cdn*', 'list cart runs late'],
    ['status:4xx', 'cart'],
    ['status:>=300', 'cart image'],
    ['status:200..301', 'list image'],
    ['is:running', 'runs'],
    ['mime-type:image/png', 'image'],
    ['mime-type:application/json', 'list cart'],
    ['larger-than:1k', 'list'],
    ['larger-than:1.4K', 'list'],
    ['larger-than:2k', ''],
    ['"page=2"', 'list'],
    ['domain:"api.example.com" -goods', 'cart runs late'],
    ['unknown:key', ''],
    ['https://api.example.com/cart', 'cart'],
    ['  method:get   goods ', 'list'],
    ['-', 'list cart image runs late'],
    ['constructor:x', ''],
  ])('%j shows: %s', (query, ids) => {
    expect(idsOf(query)).toBe(ids)
  })

  it('points at a token that means nothing and filters by the rest', () => {
    const query = 'goods larger-than:big is:asleep -status:9xx method:'
    expect(parseFilter(query).problems).toEqual([
      { from: 6, to: 21, text: 'larger-than:big', fault: 'not-a-number' },
      { from: 22, to: 31, text: 'is:asleep', fault: 'unknown-state' },
      { from: 32, to: 43, text: '-status:9xx', fault: 'unknown-status' },
      { from: 44, to: 51, text: 'method:', fault: 'empty-value' },
    ])
    expect(idsOf(query)).toBe('list')
  })

  it('knows that a filter of nothing but faults lets everything pass', () => {
    expect(parseFilter('is:asleep').empty).toBe(true)
    expect(parseFilter('x').empty).toBe(false)
  })

  it('takes anything that can be typed', () => {
    const pieces = fc.array(fc.constantFrom('-', ':', '"', ' ', '*', '(', '\\', 'domain:', 'status:', 'a', '>', '..', '商', '[', '.*'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(pieces, (typed) => {
        const query = typed.join('')
        for (const problem of parseFilter(query).problems) expect(query.slice(problem.from, problem.to)).toBe(problem.text)
        idsOf(query)
      }),
    )
  })

  it('lets no letter of a host count for both sides of a star in `domain:`', () => {
    const book = new TaskStore()
    book.add(['a', 'aa', 'aba', 'ab', 'ba'].flatMap((host) => exampleEvents({ taskId: host, url: `https://${host}/` })))
    const fitting = (pattern: string) =>
      book
        .all()
        .filter(parseFilter(`domain:${pattern}`).matches)
        .map(({ taskId }) => taskId)
    expect(fitting('a*a')).toEqual(['aa', 'aba'])
    expect(fitting('*a*a*')).toEqual(['aa', 'aba'])
    expect(fitting('a*')).toEqual(['a', 'aa', 'aba', 'ab'])
  })

  it('is as quick on a hostile domain pattern as on any other', () => {
    const url = `https://${'a'.repeat(200)}/`
    const book = new TaskStore()
    book.add(exampleEvents({ taskId: 'x', url }))
    const filter = parseFilter(`domain:${'*a'.repeat(12)}*b`)
    expect(book.all().filter(filter.matches)).toEqual([])
  })
})
