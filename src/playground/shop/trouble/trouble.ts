import type { Wx } from '../../../contract/wx/wx.ts'
import type { troubleWords } from '../../words/trouble-words.ts'
import type { Outcome } from './outcome.ts'

export type TroubleId = keyof (typeof troubleWords)['zh']['items']

export interface Trouble {
  readonly id: TroubleId
  readonly group: keyof (typeof troubleWords)['zh']['groups']
  /** Starts it and tells how it goes; returns what has to be done when it is played again or the page closes. */
  start(wx: Wx, report: (outcome: Outcome) => void, after: After): readonly Stop[]
}

/** Ends what still runs of a trouble. */
export type Stop = () => void

/** Does something so many ms later. */
export type After = (duration: number, act: () => void) => void
