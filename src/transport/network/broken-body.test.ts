import { expect, it } from 'vitest'
import { brokenBody } from './broken-body.ts'

// What Chromium 156 told of each, and what its console called it; `of another origin` the content-encoding is not shown.
it.each([
  ['a body shorter than promised', { 'content-length': '100' }, 50, { encoded: 50, decoded: 50 }, 'ERR_CONTENT_LENGTH_MISMATCH'],
  ['no body where one was promised', { 'content-length': '100' }, 0, { encoded: 0, decoded: 0 }, 'ERR_CONTENT_LENGTH_MISMATCH'],
  [
    'bytes that are not gzip',
    { 'content-length': '50', 'content-encoding': 'gzip' },
    0,
    { encoded: 50, decoded: 0 },
    'ERR_CONTENT_DECODING_FAILED',
  ],
  ['bytes that are not gzip, of another origin', { 'content-length': '50' }, 0, { encoded: 50, decoded: 0 }, 'ERR_CONTENT_DECODING_FAILED'],
  [
    'gzip that is cut',
    { 'content-length': '20028', 'content-encoding': 'gzip' },
    9985,
    { encoded: 10_000, decoded: 9985 },
    'ERR_CONTENT_LENGTH_MISMATCH',
  ],
  ['chunks that are cut', {}, 50, { encoded: 50, decoded: 50 }, 'ERR_INCOMPLETE_CHUNKED_ENCODING'],
  ['chunks that are not gzip', { 'content-encoding': 'gzip' }, 0, { encoded: 50, decoded: 0 }, 'ERR_CONTENT_DECODING_FAILED'],
  [
    'chunks of gzip that are cut',
    { 'content-encoding': 'gzip' },
    9985,
    { encoded: 10_000, decoded: 9985 },
    'ERR_INCOMPLETE_CHUNKED_ENCODING',
  ],
  ['a short body that nobody measured', { 'content-length': '100' }, 50, undefined, 'ERR_CONTENT_LENGTH_MISMATCH'],
  ['bytes that are not gzip and that nobody measured', { 'content-encoding': 'gzip' }, 0, undefined, 'ERR_CONTENT_DECODING_FAILED'],
] as const)('names %s', (_, header, received, sizes, failure) => {
  expect(brokenBody(new Headers(header), received, sizes)).toMatchObject({ failure, hint: 'body-broken' })
})
