import type { Lesson, LessonPart } from '../schema/lesson-schema.ts'
import { abort } from './abort.ts'
import { abortTwice } from './abort-twice.ts'
import { awaiting } from './await.ts'
import { background } from './background.ts'
import { badJson } from './bad-json.ts'
import { callbackOrder } from './callback-order.ts'
import { chunks } from './chunks.ts'
import { contentType } from './content-type.ts'
import { cookies } from './cookies.ts'
import { formBody } from './form-body.ts'
import { getData } from './get-data.ts'
import { noAnswer } from './no-answer.ts'
import { notFound } from './not-found.ts'
import { plainHttp } from './plain-http.ts'
import { port } from './port.ts'
import { profile } from './profile.ts'
import { queue } from './queue.ts'
import { redirectManual } from './redirect-manual.ts'
import { redirectOutside } from './redirect-outside.ts'
import { referer } from './referer.ts'
import { responseType } from './response-type.ts'
import { sixthSocket } from './sixth-socket.ts'
import { subdomain } from './subdomain.ts'
import { timeout } from './timeout.ts'
import { uploadProgress } from './upload-progress.ts'

/** The path: its parts in order. */
export const PARTS: readonly LessonPart[] = ['results', 'data', 'domains', 'flow']

/** All lessons, in the order of the path. */
export const LESSONS: readonly Lesson[] = [
  ...[notFound, callbackOrder, awaiting, timeout, redirectManual],
  ...[badJson, responseType, getData, contentType, formBody, cookies],
  ...[plainHttp, subdomain, port, redirectOutside, referer, noAnswer],
  ...[queue, abort, abortTwice, chunks, uploadProgress, profile, sixthSocket, background],
]
