import { createContext, useContext } from 'react'

/** Whether the row around is the one under the cursor. Only its buttons are reached by Tab, so that Tab leaves the list in a step or two. */
export const CursorRowContext = createContext(false)

export function useRowTabStop(): 0 | -1 {
  return useContext(CursorRowContext) ? 0 : -1
}
