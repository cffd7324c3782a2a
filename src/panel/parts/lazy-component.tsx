import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react'
import { createEmitter } from '../../contract/emitter.ts'
import { partWords } from '../words/part-words.ts'
import { useWords } from '../words/words.ts'

const fetchers: (() => Promise<void>)[] = []

/**
 * Fetches what is not there yet. Asked for once the panel is drawn, so that the parts cost nothing before, and a panel that has loaded
 * needs no server any more. What does not come is asked for again when it is drawn.
 */
export async function fetchLateParts(): Promise<void> {
  // What comes may have late parts of its own.
  for (let asked = 0; asked < fetchers.length; ) {
    const next = fetchers.slice(asked)
    asked = fetchers.length
    await Promise.allSettled(next.map((fetch) => fetch()))
  }
}

/** What stands in for code that did not come. */
export interface Missing {
  /** Why it did not. */
  readonly fault: unknown
  /** Asks for it again. */
  readonly onRetry: () => void
}

/**
 * A component whose code is fetched when it is first drawn, or before by `fetchLateParts`; from then on it stands at once. If the code does not come, the boundary
 * around it says so, and drawing it anew asks again. `Suspense` would do neither: React keeps what it shows instead for 300 ms, and
 * `lazy` never asks twice. What is heavy and needed by few comes when it is `asked` for only.
 * `Meanwhile` stands in its place until then, and `Otherwise` where its code does not come, if there is something better than to say so.
 */
export function lazyComponent<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  when: 'late' | 'asked' = 'late',
  Meanwhile: ComponentType = Awaited,
  Otherwise?: ComponentType<Props & Missing>,
): ComponentType<Props> {
  let Part: ComponentType<Props> | undefined
  const fetch = async () => {
    Part ??= await fetchPart()
  }
  if (when === 'late') fetchers.push(fetch)
  return function LazyComponent(props: Props) {
    const [fetched, setFetched] = useState(Part !== undefined)
    const [missing, setMissing] = useState<{ readonly fault: unknown }>()
    useEffect(() => {
      if (fetched || missing) return
      fetch().then(
        () => setFetched(true),
        (fault) => setMissing({ fault }),
      )
    }, [fetched, missing])
    if (fetched && Part) return <Part {...props} />
    if (!missing) return <Meanwhile />
    // Thrown while drawing, since a boundary hears nothing else.
    if (!Otherwise) throw missing.fault
    return <Otherwise {...props} fault={missing.fault} onRetry={() => setMissing(undefined)} />
  }
}

/** Code that is fetched with those parts, and that nobody waits for. The hook gives `undefined` until it is there. */
export function lateCode<Code>(fetchCode: () => Promise<Code>): () => Code | undefined {
  let code: Code | undefined
  const fetched = createEmitter()
  fetchers.push(async () => {
    code ??= await fetchCode()
    fetched.emit()
  })
  return () => useSyncExternalStore(fetched.subscribe, () => code)
}

function Awaited() {
  return <p className="part-note part-awaited">{useWords(partWords).awaited}</p>
}
