import type { Wx } from '../../../contract/wx/wx.ts'
import { FACTS, PROGRAM_API, PROGRAM_NAMES } from './program-api.ts'
import { type ProgramStart, runProgram } from './run-program.ts'

/** The policy of the frame refuses these; a program is told so in its own line. */
const REFUSED = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'importScripts',
  'indexedDB',
  'BroadcastChannel',
  'Worker',
  'SharedWorker',
]

export interface ProgramText {
  /** The script of the worker. */
  readonly text: string
  /** The line of it on which the program begins, from 1. */
  readonly firstLine: number
}

/** What is said by what a program does not have; `{name}` stands for its name. */
export interface ProgramTexts {
  /** By a method of `wx`. */
  readonly missing: string
  /** By a global of the browser. */
  readonly refused: string
}

/** A script that runs a program around which `wx` and `console` are ready. */
export function programText(code: string, wx: Wx, texts: ProgramTexts): ProgramText {
  const runner = runProgram.toString()
  // The program begins on the line after that of the call.
  const firstLine = runner.split('\n').length + 1
  const start: ProgramStart = {
    firstLine,
    api: PROGRAM_API,
    facts: Object.fromEntries(FACTS.map((name) => [name, wx[name]()])),
    storage: Object.fromEntries(wx.getStorageInfoSync().keys.map((key) => [key, wx.getStorageSync(key)])),
    userDataPath: wx.env.USER_DATA_PATH,
    missing: { names: Object.keys(wx).filter((name) => !PROGRAM_NAMES.has(name)), text: texts.missing },
    refused: { names: REFUSED, text: texts.refused },
  }
  return { text: `(${runner})(${JSON.stringify(start)}, self, async function program() { 'use strict'\n${code}\n})`, firstLine }
}
