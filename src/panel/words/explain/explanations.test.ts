import { expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../contract/settings.ts'
import { eventWords } from '../event-words.ts'
import { profileWords } from '../profile-words.ts'
import { explainWords } from './explain-words.ts'
import { explain, KIND_OF_ERRNO } from './explanations.ts'

const LANGUAGES = ['zh', 'en'] as const

it('explains every setting, in both languages', () => {
  const paths = Object.keys(explainWords.en.setting)
  const known = Object.entries(DEFAULT_SETTINGS).flatMap(([name, value]) =>
    paths.includes(name) ? [name] : Object.keys(value).map((part) => `${name}.${part}`),
  )
  expect([...paths].sort()).toEqual(known.sort())
})

it('names for each topic the rules it rests on, the page to read on and how sure it is', () => {
  expect(explain('callback', 'success', 'en')).toEqual({
    text: expect.stringContaining('404'),
    rules: ['RES-6'],
    page: 'net',
    sure: 'D',
  })
  expect(explain('errno', 600002, 'zh')).toMatchObject({ rules: ['DOM-1'], page: 'net', sure: 'O' })
  expect(explain('error', 'storage-full', 'en')).toMatchObject({ page: 'fs', sure: 'D' })
  expect(explain('error', 'internal', 'en')).not.toHaveProperty('page')
  expect(explain('event', 'message-sent', 'en')).toMatchObject({ page: 'st' })
  expect(explain('profile', 'rtt', 'zh')).toMatchObject({ rules: [], page: 'req', sure: 'D' })
  expect(explain('setting', 'capture.maxTasks', 'en')).toEqual({ text: expect.any(String), rules: [] })
  expect(explain('socket-event', 'failed', 'en')).toMatchObject({ rules: ['WS-8'] })
})

it('has a text for every event, error, number, callback and field of a profile', () => {
  for (const language of LANGUAGES) {
    const texts = [
      ...Object.keys(eventWords.en.means).map((name) => explain('event', name as never, language)),
      ...Object.keys(explainWords.en.error).map((name) => explain('error', name as never, language)),
      ...Object.keys(explainWords.en.callback).map((name) => explain('callback', name as never, language)),
      ...Object.keys(profileWords.en.means).map((name) => explain('profile', name as never, language)),
      ...Object.keys(KIND_OF_ERRNO).map((errno) => explain('errno', Number(errno) as never, language)),
    ]
    expect(texts.filter(({ text }) => !text)).toEqual([])
  }
})
