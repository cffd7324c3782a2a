import { createContext, type ReactNode, useContext, useMemo } from 'react'

/** A place in one of the texts that can be searched. */
export interface Found {
  /** Which text: a name, and a number where one name stands for many. */
  readonly scope: string
  readonly item: number
  /** Characters from the beginning of that text. */
  readonly start: number
  readonly length: number
}

type Scope = Pick<Found, 'scope' | 'item'>

/** What the search stands at. A new object each time it comes to a place, so that the same place is shown anew. */
export const FoundContext = createContext<Found | undefined>(undefined)

const ScopeContext = createContext<Scope | undefined>(undefined)

/** Says that what is in it shows the text of this name. Where in that text an element begins is told by its `data-at`. */
export function FoundScope({ scope, item = 0, children }: Partial<Scope> & { readonly scope: string; readonly children: ReactNode }) {
  const value = useMemo(() => ({ scope, item }), [scope, item])
  return (
    <ScopeContext value={value}>
      <div className="part-found-scope" data-found-scope={`${scope} ${item}`}>
        {children}
      </div>
    </ScopeContext>
  )
}

/** The place that was found, when it is in the text of the scope around. */
export function useFound(): Found | undefined {
  const found = useContext(FoundContext)
  const scope = useContext(ScopeContext)
  return found && found.scope === scope?.scope && found.item === scope.item ? found : undefined
}

/** Of starts in rising order, the place of the last that is not behind `at`; 0 when all are. */
export function placeOfStart(starts: { readonly length: number; readonly [place: number]: number }, at: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((starts[middle] as number) <= at) low = middle
    else high = middle
  }
  return low
}
