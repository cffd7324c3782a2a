import { readFileSync } from 'node:fs'
import { cpus, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './ensure-install.mjs'

/**
 * Whom the panels are measured against, in the order of the table. `closed` is ours with its panel put away, `devtools` the Network panel of
 * the same Chromium, which records no call of its page and is given files.
 */
export const SUBJECTS = /** @type {const} */ (['none', 'floor', 'ours', 'closed', 'eruda', 'vconsole', 'devtools'])

/**
 * A line of a bench. `peers` is there where others did the same work.
 * @typedef {object} Row
 * @property {string} what
 * @property {number} value
 * @property {string} unit
 * @property {number} [bar] the most that it may be
 * @property {string} [ratio]
 * @property {{ cells: readonly number[], unit: string, ratio: string, moreIsBetter?: boolean }} [peers]
 */

/**
 * docs/performance.md, from one run over every bench.
 * @param {readonly Row[]} rows
 * @param {string} browser its name and version
 * @param {readonly number[]} loads load averages of a minute, at the beginning, between the benches and at the end
 * @param {readonly string[]} failed benches that did not come to an end
 */
export function performancePage(rows, browser, loads, failed) {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const compared = comparedOf(rows)
  const alone = rows.filter(({ peers }) => !peers)
  return `${[
    '# Performance',
    'Written by `npm run bench` and not by hand. `npm run bench` ends with an error when a bar is missed.',
    `Measured on ${new Date().toISOString().slice(0, 10)} with ${browser} on a machine with ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${type()}.`,
    'Absolute times move by half from hour to hour on a machine that others use too, and by more from machine to machine. What can be compared are the ratios within one run, and they are given with their spread.',
    loadText(loads),
    ...(failed.length > 0 ? [`Not measured in this run, since it failed: ${failed.join(', ')}.`] : []),
    '## What it comes to',
    verdicts(nameWhole(rows)),
    '## Beside other panels',
    `eruda ${devDependencies.eruda} and vConsole ${devDependencies.vconsole} come from npm and do the same work on the same page. *none* is the page without any panel. *floor* is the least code that does the work: a record for each call with both heads, the body and two times, a linear search, and a pool of rows, as many as ours in the same room and with as many cells. *closed* is this inspector with its panel put away. *DevTools* is the Network panel of the same Chromium, opened as a page.`,
    table([
      ['work', 'unit', 'none', 'floor', 'ours', 'closed', 'eruda', 'vConsole', 'DevTools', 'ours to eruda, or DevTools', 'bar'],
      ...compared.map(({ bar, peers, unit, what }) => [
        what,
        peers.unit,
        ...peers.cells.map(format),
        peers.ratio.replace(/ × (?:eruda|devtools)/, ' ×'),
        bar === undefined ? '' : `${format(bar)} ${unit}`,
      ]),
    ]),
    '### How it is measured',
    [
      '- A call is one small GET with 174 bytes of JSON in its answer. The unit is for one call, one record or the whole work, as the line says. CPU is what the main thread of the page spent; of calls, what it spent over *none*.',
      '- A mocked call of ours is answered by a rule. eruda and vConsole know no rules: their page has a `fetch` that answers at once. *Passed on* means that no rule of ours fits and the call goes to that `fetch`.',
      '- A real call goes to a server on the same machine. Our page has its service worker; that of the others has none. As in WeChat ten of our calls run at a time, whatever the app asks for, and each ends in a task of its own, so that the page can paint in between; the others hand a thousand calls to the browser at once.',
      '- Within a round the panels take turns, each in a new Chromium with a fresh profile, in which nobody listens to the requests of the page. After 50 calls that count for nothing, 1,000 are made. What stands here are medians of three rounds; a ratio is taken within a round, with the lowest and the highest in brackets. 10,000 and 100,000 are measured in one round, and have no spread.',
      '- Heap is what is alive after a forced collection, less what was alive before, for one record. Empty places were not measured: a panel that has not recorded 10,000 calls within 60 s is looked at with what it has, and only the floor and we are asked for 100,000.',
      '- The text of the filter is typed by keys. eruda asks for it in a dialog; what is measured there is what follows. vConsole has no filter. Neither opens, writes or compares HAR files. DevTools in a page open the same files as we do.',
      '- *50 calls a second* goes on for a minute with our panel and for 20 s with the others.',
    ].join('\n'),
    '## By itself',
    table([
      ['work', 'value', 'unit', 'bar', ''],
      ...alone.map(({ bar, ratio = '', unit, value, what }) => [what, format(value), unit, bar === undefined ? '' : format(bar), ratio]),
    ]),
  ].join('\n\n')}\n`
}

/**
 * The lines in which others did the same work.
 * @param {readonly Row[]} rows
 */
function comparedOf(rows) {
  return rows.flatMap(({ peers, ...row }) => (peers ? [{ ...row, peers }] : []))
}

/**
 * A line that says *the same* goes by the name of the line that it belongs to, where it stands without that.
 * @param {readonly Row[]} rows
 */
function nameWhole(rows) {
  let before = ''
  return rows.map((row) => {
    const isSame = row.what.startsWith('the same')
    if (!isSame) before = row.what
    return isSame ? { ...row, what: row.what.replace('the same', before) } : row
  })
}

/**
 * Where we are ahead of each peer and where not, and which bars were missed, from the same figures as the table.
 * @param {readonly Row[]} rows
 */
function verdicts(rows) {
  const compared = comparedOf(rows)
  const missed = rows.filter(({ bar, value }) => bar !== undefined && !(value <= bar))
  const ours = SUBJECTS.indexOf('ours')
  const lines = [
    ['eruda', SUBJECTS.indexOf('eruda')],
    ['vConsole', SUBJECTS.indexOf('vconsole')],
    ['Chrome DevTools', SUBJECTS.indexOf('devtools')],
  ].flatMap(([name, at]) => {
    const both = compared.filter(({ peers: { cells } }) => Number.isFinite(cells[ours]) && Number.isFinite(cells[Number(at)]))
    const behind = both.filter(({ peers: { cells, moreIsBetter = false } }) => {
      const [own = 0, other = 0] = [cells[ours], cells[Number(at)]]
      return moreIsBetter ? own < other : own > other
    })
    const list = (/** @type {readonly Row[]} */ rows) => rows.map(({ what }) => what).join('; ')
    return [
      `- Of ${both.length} lines that ${name} has too, it is ahead of us in ${behind.length === 0 ? 'none' : `${behind.length}: ${list(behind)}`}.`,
    ]
  })
  const bars =
    missed.length === 0
      ? '- Every bar held.'
      : `- Bars that were missed: ${missed.map(({ what, value, unit, bar }) => `${what} (${format(value) || 'not measured'} ${unit}, bar ${format(bar)})`).join('; ')}.`
  return [...lines, bars].join('\n')
}

/**
 * What the load of the machine means for the figures.
 * @param {readonly number[]} loads
 */
function loadText(loads) {
  const [least, most] = [Math.min(...loads), Math.max(...loads)]
  const range = `The load average during the run was ${format(least)} to ${format(most)}`
  if (most <= 1.5 * cpus().length) return `${range}: the machine was quiet.`
  return `${range}: other programs were using the machine. Elapsed times and frames are longer than on a quiet machine; CPU times are affected less, and ratios least.`
}

/** @param {number | undefined} value */
export function format(value) {
  if (value === undefined || Number.isNaN(value)) return ''
  if (Math.abs(value) >= 100 || Number.isInteger(value)) return Math.round(value).toLocaleString('en')
  return value.toFixed(Math.abs(value) < 10 ? 2 : 1)
}

/** @param {readonly (readonly string[])[]} lines the first is the head */
function table([head = [], ...lines]) {
  const row = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`
  return [row(head), row(head.map(() => '---')), ...lines.map(row)].join('\n')
}
