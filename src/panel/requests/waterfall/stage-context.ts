import { createContext } from 'react'
import type { WaterfallStage } from './waterfall-stage.ts'

/** The stage of the list around. */
export const StageContext = createContext<WaterfallStage | undefined>(undefined)
