import { expect, it } from 'vitest'
import { suffixFor, typeOfName } from './media-types.ts'

it('knows the suffixes of the files that an app downloads, whatever parameters their type has (DOWN-7)', () => {
  const types = { '.json': 'application/json', '.xml': 'application/xml', '.html': 'text/html; charset=utf-8', '.txt': 'text/plain' }
  for (const [suffix, type] of Object.entries({ ...types, '.pdf': 'application/pdf', '.jpg': 'image/jpeg', '.mp4': 'video/mp4' }))
    expect(suffixFor(type, 'https://a.example/x.bin'), type).toBe(suffix)
})

it('goes by the name of the file where the type says nothing', () => {
  expect(suffixFor('application/octet-stream', 'https://a.example/b/tea.PNG?x=1')).toBe('.png')
  expect(suffixFor('', 'https://a.example/b')).toBe('')
})

it('names the type of a file that goes up by its suffix', () => {
  expect(['a.XML', 'b.tar.gz', 'c.jpeg', 'd'].map(typeOfName)).toEqual([
    'text/xml',
    'application/gzip',
    'image/jpeg',
    'application/octet-stream',
  ])
})
