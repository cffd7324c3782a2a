import { detach } from '../../contract/cut-text.ts'
import { Recent } from '../../recorder/log/recent.ts'

/** A frame of a stack. */
export interface StackFrame {
  /** Empty for code that is in no function with a name. */
  readonly name: string
  /** The script; with `line` and `column` from 1. */
  readonly url: string
  readonly line: number
  readonly column: number
  /** Whether it is of a package and not of the app, as far as its path tells. */
  readonly isPackage: boolean
}

/** `at load (https://host/app.js:3:5)`, `at async load (…)`, `at https://host/app.js:3:5`, and `load@https://host/app.js:3:5` of others. */
const FRAME = /^(?:at )?(?:async )?(?:(.*?) ?[(@])?(?:at )?([^\s()]+):(\d+):(\d+)\)?$/

/** The frames of an initiator; lines of another form are left out. */
export function initiatorFrames(initiator: string): readonly StackFrame[] {
  return initiator.split('\n').flatMap((text) => {
    const [, name = '', url = '', line, column] = FRAME.exec(text.trim()) ?? []
    if (line === undefined || column === undefined) return []
    return [{ name, url, line: Number(line), column: Number(column), isPackage: /\/node_modules\/|\/vendors?[^/]*\.js$/.test(url) }]
  })
}

/** The frame of the app that made the call; where all are of packages, the innermost. */
export function appFrame(frames: readonly StackFrame[]): StackFrame | undefined {
  return frames.find(({ isPackage }) => !isPackage) ?? frames[0]
}

const places = new Recent<string>(512)
const lines = new Recent<string>(512)

/** Script and line of the frame of the app that made a call, such as `app.js:3`; `''` where that is not known. */
export function placeOfInitiator(initiator: string): string {
  return remembered(places, initiator, (stack) => {
    const frame = appFrame(initiatorFrames(stack))
    return frame ? `${frame.url.split('/').at(-1) || frame.url}:${frame.line}` : ''
  })
}

/** The one line of a stack that tells that frame: one text for all calls that were made there. */
export function appLineOf(initiator: string): string {
  return remembered(lines, initiator, (stack) => {
    const all = stack.split('\n').filter((line) => initiatorFrames(line).length > 0)
    return all.find((line) => !initiatorFrames(line)[0]?.isPackage) ?? all[0] ?? ''
  })
}

function remembered(known: Recent<string>, key: string, make: (key: string) => string): string {
  const before = known.get(key)
  if (before !== undefined) return before
  // Cut out of its stack, it would keep all of that.
  const made = detach(make(key))
  known.set(key, made)
  return made
}
