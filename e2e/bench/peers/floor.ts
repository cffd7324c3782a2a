import { none } from './none.ts'
import { need, type Peer, scrollElement } from './peer.ts'

interface Kept {
  readonly url: string
  readonly method: string
  readonly sent: readonly (readonly [string, string])[]
  readonly startedAt: number
  status: number
  received: readonly (readonly [string, string])[]
  body: string
  endedAt: number
}

type HarHeaders = readonly { readonly name: string; readonly value: string }[]

interface HarEntry {
  readonly startedDateTime: string
  readonly time: number
  readonly request: { readonly url: string; readonly method: string; readonly headers: HarHeaders }
  readonly response: { readonly status: number; readonly headers: HarHeaders; readonly content: { readonly text: string } }
}

/** px. As high as a row of ours. */
const ROW = 26
/** px of the column with the bars. */
const WATERFALL = 300
const kept: Kept[] = []
let shown: readonly Kept[] = kept
let chosen: Kept | undefined
const pool: HTMLElement[] = []

/**
 * The least code that does the same work: a record for each call with both heads, the body and two times; a linear search; a pool of
 * rows, which are as many as ours in the same room and have as many cells.
 */
export const floor: Peer = {
  ...none,
  async prepare(_answering, open) {
    if (open) floor.show()
  },
  async call(path) {
    const headers = { 'content-type': 'application/json' }
    const record: Kept = {
      url: new URL(path, location.href).href,
      method: 'GET',
      sent: Object.entries(headers),
      startedAt: performance.now(),
      status: 0,
      received: [],
      body: '',
      endedAt: 0,
    }
    kept.push(record)
    plan()
    const response = await fetch(path, { headers })
    record.status = response.status
    record.received = [...response.headers]
    record.body = await response.text()
    record.endedAt = performance.now()
    plan()
    return JSON.parse(record.body)
  },
  recorded: () => kept.length,
  show() {
    const field = document.createElement('input')
    field.id = 'floor-filter'
    field.addEventListener('input', () => {
      shown = field.value === '' ? kept : kept.filter(({ url, method, status }) => `${method} ${status} ${url}`.includes(field.value))
      plan()
    })
    const list = document.createElement('div')
    list.id = 'floor'
    list.append(document.createElement('div'))
    const details = document.createElement('pre')
    details.id = 'floor-details'
    details.hidden = true
    document.querySelector('main')?.append(field, list, details)
    list.addEventListener('scroll', plan)
    plan()
  },
  hide() {
    document.querySelector('main')?.replaceChildren()
    pool.length = 0
  },
  scrollTo: (share) => scrollElement(need('#floor'), share),
  field: () => need('#floor-filter') as HTMLInputElement,
  async importHar(file) {
    const { log } = JSON.parse(await file.text()) as { readonly log: { readonly entries: readonly HarEntry[] } }
    for (const { request, response, startedDateTime, time } of log.entries) {
      const startedAt = Date.parse(startedDateTime)
      kept.push({
        url: request.url,
        method: request.method,
        sent: request.headers.map(({ name, value }) => [name, value]),
        startedAt,
        status: response.status,
        received: response.headers.map(({ name, value }) => [name, value]),
        body: response.content.text,
        endedAt: startedAt + time,
      })
    }
    plan()
  },
  row: () => need('#floor .row'),
  details: () => document.querySelector('#floor-details:not([hidden])'),
}

let planned = false

function plan(): void {
  if (planned) return
  planned = true
  requestAnimationFrame(draw)
}

function draw(): void {
  planned = false
  const list = document.querySelector<HTMLElement>('#floor')
  const space = list?.firstElementChild as HTMLElement | undefined
  if (!list || !space) return
  space.style.height = `${shown.length * ROW}px`
  const first = Math.floor(list.scrollTop / ROW)
  const count = Math.ceil(list.clientHeight / ROW) + 1
  while (pool.length < count) space.append(makeRow())
  const begun = shown[0]?.startedAt ?? 0
  const scale = WATERFALL / Math.max(1, (shown.at(-1)?.endedAt ?? 0) - begun)
  pool.forEach((row, place) => {
    const record = shown[first + place]
    row.hidden = !record
    if (!record) return
    row.style.transform = `translateY(${(first + place) * ROW}px)`
    row.dataset['place'] = String(first + place)
    const cells = [
      String(first + place + 1),
      record.url,
      record.method,
      record.endedAt ? String(record.status) : '',
      record.received[0]?.[1] ?? '',
      'network',
      record.startedAt.toFixed(0),
      String(record.body.length),
      record.endedAt ? (record.endedAt - record.startedAt).toFixed(1) : '',
    ]
    cells.forEach((text, cell) => {
      const element = row.children[cell] as HTMLElement
      if (element.textContent !== text) element.textContent = text
    })
    const bar = row.lastElementChild?.firstElementChild as HTMLElement
    bar.style.left = `${(record.startedAt - begun) * scale}px`
    bar.style.width = `${Math.max(2, (record.endedAt - record.startedAt) * scale)}px`
  })
}

function makeRow(): HTMLElement {
  const row = document.createElement('div')
  row.className = 'row'
  row.append(...Array.from({ length: 10 }, () => document.createElement('span')))
  row.lastElementChild?.append(document.createElement('i'))
  row.addEventListener('click', () => {
    chosen = shown[Number(row.dataset['place'])]
    const details = document.querySelector<HTMLElement>('#floor-details')
    if (!chosen || !details) return
    const lines = [...chosen.sent, ...chosen.received].map(([name, value]) => `${name}: ${value}`)
    details.textContent = [`${chosen.method} ${chosen.url}`, ...lines, chosen.body].join('\n')
    details.hidden = false
  })
  pool.push(row)
  return row
}
