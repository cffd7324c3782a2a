/** Between a program in its worker and the page. All of it is plain data; what comes from a program is checked before it is believed. */

/** A function of the program among the arguments of a call. It stays in the worker; the page gets its number. */
export interface FunctionPlace {
  readonly id: number
  /** Which argument. */
  readonly argument: number
  /** The option that holds it. Absent: the argument is the function. */
  readonly option?: string
}

/** A place in the program. Both from 1. */
export interface CodePlace {
  readonly line: number
  readonly column: number
}

/** A call of a method of `wx`, or of what such a call has returned. */
export interface Invocation {
  readonly type: 'invoke'
  /** What it returns is known by this number. */
  readonly id: number
  /** 0 is `wx`; else the number of the call that returned it. */
  readonly target: number
  readonly method: string
  /** Without the functions. */
  readonly given: readonly unknown[]
  readonly functions: readonly FunctionPlace[]
  readonly place?: CodePlace
}

export const PRINT_LEVELS = ['log', 'info', 'debug', 'warn', 'error'] as const
export type PrintLevel = (typeof PRINT_LEVELS)[number]

/** A value as the console shows it. */
export interface PrintedValue {
  readonly kind: 'text' | 'number' | 'literal' | 'function' | 'error' | 'list' | 'object' | 'bytes'
  /** One line; of a text all of it. */
  readonly text: string
  /** What it holds. Absent where there is nothing to open. */
  readonly entries?: readonly (readonly [name: string, value: PrintedValue])[]
  /** How many entries were left out. */
  readonly more?: number
}

export type FromProgram =
  | { readonly type: 'started' }
  /** Its first turn is over. */
  | { readonly type: 'loaded' }
  | Invocation
  | { readonly type: 'print'; readonly level: PrintLevel; readonly values: readonly PrintedValue[]; readonly place?: CodePlace }
  /** From now on nothing is printed. */
  | { readonly type: 'silenced' }
  | { readonly type: 'threw'; readonly message: string; readonly place?: CodePlace }
  /** Timers and listeners of `wx` that may still run the program. */
  | { readonly type: 'waiting'; readonly count: number }
  /** A function has returned or a Promise was settled, and what it set off at once is done. */
  | { readonly type: 'ran'; readonly call: number }

export type ToProgram =
  | { readonly type: 'call'; readonly call: number; readonly functionId: number; readonly given: readonly unknown[] }
  | { readonly type: 'settled'; readonly call: number; readonly id: number; readonly failed: boolean; readonly value: unknown }
  | { readonly type: 'state'; readonly id: number; readonly readyState: number }

/** What the frame itself tells. */
export type FromFrame =
  | { readonly type: 'frame-ready' }
  /** The program is no JavaScript. */
  | { readonly type: 'broken'; readonly message: string; readonly place: CodePlace }
  | { readonly type: 'killed'; readonly why: 'no-answer' | 'flood' }
  | { readonly type: 'frame-alive' }
