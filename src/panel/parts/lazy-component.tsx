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

interface LazyOptions<Props> {
  /** `asked`: only when it is drawn, for what is heavy and needed by few. Default `late`: once the panel is drawn (`fetchLateParts`). */
  readonly when?: 'late' | 'asked'
  /** What stands in its place until then. Default `words`: that it is loading. */
  readonly meanwhile?: 'words' | 'nothing'
  /** Stands in its place where its code does not come, if there is something better than to say so. */
  readonly Otherwise?: ComponentType<Props & Missing>
}

/**
 * A component whose code is fetched when it is first drawn, or before by `fetchLateParts`; from then on it stands at once. If the code does not come, the boundary
 * around it says so, and drawing it anew asks again. `Suspense` would do neither: React keeps what it shows instead for 300 ms, and
 * `lazy` never asks twice.
 */
export function lazyComponent<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  { when = 'late', meanwhile = 'words', Otherwise }: LazyOptions<Props> = {},
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
    if (!missing) return meanwhile === 'nothing' ? null : <Awaited />
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
