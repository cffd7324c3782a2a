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
