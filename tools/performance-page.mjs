import { readFileSync } from 'node:fs'
import { cpus, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './ensure-install.mjs'

/** Whom the panels are measured against, in the order of the table. `closed` is ours with its panel put away. */
export const SUBJECTS = /** @type {const} */ (['none', 'floor', 'ours', 'closed', 'eruda', 'vconsole'])

/**
 * A line of a bench. `peers` is there where others did the same work.
 * @typedef {object} Row
 * @property {string} what
 * @property {number} value
 * @property {string} unit
 * @property {number} [bar] the most that it may be
 * @property {string} [ratio]
 * @property {{ cells: readonly number[], unit: string, ratio: string }} [peers]
 */

/**
 * docs/performance.md, from one run over every bench.
 * @param {readonly Row[]} rows
 * @param {string} browser its name and version
 * @param {readonly number[]} loads load averages of a minute, at the beginning, between the benches and at the end
 */
export function performancePage(rows, browser, loads) {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const compared = rows.flatMap(({ peers, ...row }) => (peers ? [{ ...row, peers }] : []))
  const alone = rows.filter(({ peers }) => !peers)
  return `${[
    '# Performance',
    'Written by `npm run bench` and not by hand. `npm run bench` ends with an error when a bar is missed.',
    `Measured on ${new Date().toISOString().slice(0, 10)} with ${browser} on a machine with ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${type()}. Another machine gives other times; the ratios move far less.`,
    loadText(loads),
    '## Beside other panels',
    `eruda ${devDependencies.eruda} and vConsole ${devDependencies.vconsole} come from npm and do the same work on the same page. *none* is the page without any panel. *floor* is the least code that does the work: a record for each call with both heads, the body and two times, a pool of rows, and a linear search. *closed* is this inspector with its panel put away.`,
    table([
      ['work', 'unit', 'none', 'floor', 'ours', 'closed', 'eruda', 'vConsole', 'ours to eruda', 'bar'],
      ...compared.map(({ bar, peers, unit, what }) => [
        what,
        peers.unit,
        ...peers.cells.map(format),
        peers.ratio.replace(' × eruda', ' ×'),
        bar === undefined ? '' : `${format(bar)} ${unit}`,
      ]),
    ]),
    [
      '- A call is one small GET with 174 bytes of JSON in its answer. The unit is for one call, one record or the whole work, as the line says. CPU is what the main thread of the page spent; of calls, what it spent over *none*.',
      '- A mocked call of ours is answered by a rule. eruda and vConsole know no rules: their page has a `fetch` that answers at once. *Passed on* means that no rule of ours fits and the call goes to that `fetch`.',
      '- A real call goes to a server on the same machine. Our page has its service worker; that of the others has none.',
      '- In each of three rounds the panels take turns, each in a new Chromium with a fresh profile, in which nobody listens to the requests of the page. After 50 calls that count for nothing, 1,000 are made. What stands here are medians; a ratio is taken within a round, with the lowest and the highest in brackets.',
      '- Heap is what is alive after a forced collection, less what was alive before, for one record. Empty places were not measured: nobody but us and the floor was asked for 100,000 records, since the others need minutes for them.',
      '- eruda asks for the text of its filter in a dialog; what is measured is what follows. vConsole has no filter.',
    ].join('\n'),
    '## By itself',
    table([
      ['work', 'value', 'unit', 'bar', ''],
      ...alone.map(({ bar, ratio = '', unit, value, what }) => [what, format(value), unit, bar === undefined ? '' : format(bar), ratio]),
    ]),
  ].join('\n\n')}\n`
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
