import { type ComponentType, useEffect, useState } from 'react'
import { partWords } from '../words/part-words.ts'
import { useWords } from '../words/words.ts'

/**
 * A component whose code is fetched when it is first drawn; from then on it stands at once. If the code does not come, the boundary
 * around it says so, and drawing it anew asks again. `Suspense` would do neither: React keeps what it shows instead for 300 ms, and
 * `lazy` never asks twice.
 */
export function latePart<Props extends object>(fetchPart: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let Part: ComponentType<Props> | undefined
  return function LatePart(props: Props) {
    const [fetched, setFetched] = useState(Part !== undefined)
    useEffect(() => {
      if (fetched) return
      fetchPart().then(
        (part) => {
          Part = part
          setFetched(true)
        },
        (fault) =>
          // Thrown while drawing, since a boundary hears nothing else.
          setFetched(() => {
            throw fault
          }),
      )
    }, [fetched])
    return fetched && Part ? <Part {...props} /> : <Awaited />
  }
}

function Awaited() {
  return <p className="part-note part-awaited">{useWords(partWords).awaited}</p>
}
