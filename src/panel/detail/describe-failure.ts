import type { TaskError } from '../../contract/event/task-error.ts'
import type { TaskApi } from '../../contract/event/task-event.ts'
import { unreachable } from '../../contract/unreachable.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { formatDuration } from '../parts/format.ts'
import { refusalText } from '../rows/refusal-text.ts'
import type { failureWords } from '../words/failure-words.ts'

type Words = (typeof failureWords)['zh']

/** A failure in words: what happened, why, what to do next ('' when there is nothing), and the rule that says so. */
export interface FailureText {
  readonly what: string
  readonly why: string
  readonly next: string
  readonly rule: string | undefined
}

type FailedTask = Pick<TaskSnapshot, 'api' | 'check' | 'by'>

/** Puts the error of a task into words. */
export function describeFailure(error: TaskError, task: FailedTask, words: Words): FailureText {
  const socket = task.api === 'connectSocket'
  const { what, why, next } = words.kind[error.kind]
  const told = (rule: string | undefined, reason = why, advice = next): FailureText => ({ what, why: reason, next: advice, rule })
  switch (error.kind) {
    case 'bad-parameter':
      return parameterFailure(error.errMsg, task.api, words)
    case 'bad-url':
      return socket ? told('WS-2', words.socket.url) : told('URL-2')
    case 'bad-method':
      return told('METH-3')
    case 'bad-header':
      return told(undefined, `${why} ${error.detail}`)
    case 'bad-data':
      return task.api === 'uploadFile'
        ? told('CONV-20', `${words.formDataBroken} ${error.detail}`, words.formDataNext)
        : told('CONV-20', `${why} ${error.detail}`)
    case 'refused-domain': {
      const { rule, why: reason } = refusalText(error.host, task.check, words)
      return told(rule, reason, '')
    }
    case 'aborted':
      return told(task.api === 'request' ? 'TASK-1' : 'TASK-7', words.abortedBy[error.by])
    case 'timed-out':
      return told(socket ? 'WS-17' : 'LIM-4', (socket ? words.handshakeTimedOut : words.timedOut)(formatDuration(error.after)))
    case 'interrupted':
      return told('BG-1', words.interrupted[error.when], words.interruptedNext[error.when])
    case 'network': {
      const meaning = words.netError[error.name as keyof Words['netError']] ?? words.netErrorOther
      const hint = error.hint === undefined ? '' : words.hint[error.hint]
      return told(socket ? 'WS-8' : 'ERR-7', `${error.name}: ${meaning}`, error.detail === undefined ? hint : `${hint} ${error.detail}`)
    }
    case 'too-many-redirects':
      return told('REDIR-4', words.tooManyRedirects(error.limit))
    case 'http-dns':
      return told('HTTPDNS-2', error.detail)
    case 'no-cellular':
      return told('ERR-9')
    case 'old-tls':
      return told('ERR-10')
    case 'not-utf8':
      return told('RES-8')
    case 'no-file':
      return told('UP-2', words.noFile(error.path))
    case 'file-too-large':
      // WeChat's own megabytes, of 1,048,576 bytes.
      return told('LIM-6', words.fileTooLarge(`${Math.round(error.limit / 1024 ** 2)} MB`))
    case 'path-refused':
      return told('DOWN-8', words.pathRefused(error.path))
    case 'storage-full':
      return told('LIM-7')
    case 'file-not-saved':
      return told(undefined, error.detail)
    case 'too-many-sockets':
      return told('LIM-3')
    case 'handshake-refused':
      return task.by === 'mock'
        ? told('WS-8', words.handshake.byRule(error.statusCode), words.handshake.changeRule)
        : told('WS-8', `${why} ${error.statusCode}`)
    case 'internal':
      return told(undefined, `${why} ${error.detail}`)
    case 'page-closed':
      return told(undefined)
    default:
      return unreachable(error)
  }
}

/** Each clause of WeChat's text for wrong parameters (ERR-5). */
const CLAUSE = /parameter(?:\.(\w+))? should be (\S+) instead of (\w+)/g

/** What is wrong with which parameter. The message is all that is known of it; a framework may have one of its own. */
function parameterFailure(errMsg: string, api: TaskApi, words: Words): FailureText {
  const { what, why } = words.kind['bad-parameter']
  const { parameter } = words
  // The one parameter whose wrong type is found late.
  if (errMsg.includes('data should not be Function'))
    return { what, why: parameter.dataFunction, next: parameter.dataTypes, rule: 'CONV-17' }
  const clauses = [...errMsg.matchAll(CLAUSE)]
  const names = clauses.flatMap(([, name]) => name ?? [])
  const others = names.filter((name) => name !== 'url')
  const advice = [
    ...(names.includes('url') ? [parameter.url(api === 'connectSocket' ? 'wss' : 'https')] : []),
    ...(others.length > 0 ? [parameter.others(others.join(words.comma))] : []),
  ]
  return {
    what,
    why:
      clauses.length === 0
        ? why
        : parameter.faults(clauses.map(([, name, wanted = '', saw = '']) => parameter.fault(name, wanted, saw)).join(words.semicolon)),
    next: advice.join(words.space),
    rule: api === 'connectSocket' ? 'WS-2' : names.includes('url') ? 'URL-1' : 'ERR-5',
  }
}
