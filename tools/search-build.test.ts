import { expect, it } from 'vitest'
import { refuseDifference, refuseTraces } from './search-build.mjs'

const file = (name: string, text: string) => ({ file: name, text, hash: text, bytes: text.length })

/** As much of the package as the search has to know. */
const INSPECTOR = [
  file('index.js', 'wx-request-inspector wxInspector wx-sw.js mockServiceWorker'),
  file('chunks/a.js', 'urlCheck envVersion 请求面板'),
]

it('finds a name of the inspector in any file of a production build, and says which', () => {
  expect(() => refuseTraces([file('index.html', '<p>Tea</p>'), file('assets/app.js', 'e.wxInspector.open()')], INSPECTOR)).toThrow(
    'The production build holds wxInspector in assets/app.js.',
  )
  expect(() => refuseTraces([file('index.html', '<p>Tea</p>')], INSPECTOR)).not.toThrow()
})

it('refuses to search for what the package itself does not hold, and a build that wrote nothing', () => {
  expect(() => refuseTraces([file('index.html', '')], INSPECTOR.slice(0, 1))).toThrow('The package itself holds no urlCheck, envVersion')
  expect(() => refuseTraces([], INSPECTOR)).toThrow('The build wrote nothing.')
})

it('takes two builds for the same only if every file is', () => {
  const build = [file('a.js', '1'), file('b.js', '2')]
  expect(() => refuseDifference(build, [...build])).not.toThrow()
  expect(() => refuseDifference(build, [file('a.js', '1'), file('b.js', '3')])).toThrow('these differ: b.js.')
  expect(() => refuseDifference(build, [...build, file('c.js', '')])).toThrow('these differ: the number of files.')
})
