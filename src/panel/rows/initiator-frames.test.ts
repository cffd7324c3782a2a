import { expect, it } from 'vitest'
import { appFrame, appLineOf, initiatorFrames, placeOfInitiator } from './initiator-frames.ts'

const HOST = 'https://shop.example.com'

it('reads the frames of every browser', () => {
  const frames = initiatorFrames(
    [`at loadTeas (${HOST}/src/home.ts:12:7)`, `at async ${HOST}/src/app.ts:3:1`, `onShow@${HOST}/src/page.ts:8:2`, 'native code'].join(
      '\n',
    ),
  )
  expect(frames.map(({ name, url, line, column }) => [name, url, line, column])).toEqual([
    ['loadTeas', `${HOST}/src/home.ts`, 12, 7],
    ['', `${HOST}/src/app.ts`, 3, 1],
    ['onShow', `${HOST}/src/page.ts`, 8, 2],
  ])
})

it('takes the innermost frame that is not of a package for that of the app', () => {
  const frames = initiatorFrames([`at send (${HOST}/node_modules/flyio/index.js:1:2)`, `at load (${HOST}/src/home.ts:4:5)`].join('\n'))
  expect(appFrame(frames)?.name).toBe('load')
  expect(appFrame(frames.slice(0, 1))?.name).toBe('send')
})

it('tells the place of the frame of the app, of the whole stack and of its one line', () => {
  const line = `at load (${HOST}/src/home.ts:4:5)`
  const stack = [`at send (${HOST}/node_modules/flyio/index.js:1:2)`, 'native code', line].join('\n')
  expect(appLineOf(stack)).toBe(line)
  expect([stack, line].map(placeOfInitiator)).toEqual(['home.ts:4', 'home.ts:4'])
  expect(placeOfInitiator('native code')).toBe('')
})
