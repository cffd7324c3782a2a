import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { isInspectorError } from '../../contract/inspector-error.ts'
import type { OpenedSession } from './open-session.ts'
import type { Sessions, ShownSession } from './sessions-context.ts'

type State = Pick<Sessions, 'opened' | 'shown' | 'reading' | 'failed'>

/** Opens files beside the live session, reading one at a time; a file that is dropped on the panel is opened too. */
export function useSessions(live: ShownSession, panel: RefObject<HTMLElement | null>): Sessions {
  const [state, setState] = useState<State>({ opened: [] })
  const opened = useRef(state.opened)
  opened.current = state.opened
  const reading = useRef<AbortController>(undefined)

  const acts = useMemo(() => {
    const open = async (file: File): Promise<void> => {
      reading.current?.abort()
      const aborter = new AbortController()
      reading.current = aborter
      const told = (share: number) =>
        setState((before) => ({ ...before, reading: { name: file.name, share, cancel: () => aborter.abort() } }))
      told(0)
      try {
        const { openSession } = await import('./open-session.ts')
        const session = await openSession(file, {
          live: live.store,
          beside: () => panel.current ?? document.body,
          signal: aborter.signal,
          onProgress: told,
        })
        if (aborter.signal.aborted) return session.close()
        setState((before) => {
          const shown = { ...session, name: freeName(session.name, before.opened) }
          return { opened: [...before.opened, shown], shown }
        })
      } catch (thrown) {
        const reason = isInspectorError(thrown) ? thrown.issues.map(({ message }) => message).join(', ') : String(thrown)
        setState(({ reading: _, failed: __, ...before }) =>
          aborter.signal.aborted ? before : { ...before, failed: { name: file.name, reason } },
        )
      }
    }
    return {
      open: (file: File) => void open(file),
      show: (session?: OpenedSession) => setState(({ shown: _, ...before }) => (session ? { ...before, shown: session } : before)),
      close(session: OpenedSession) {
        session.close()
        setState(({ shown, ...before }) => ({
          ...before,
          opened: before.opened.filter((each) => each !== session),
          ...(shown && shown !== session && { shown }),
        }))
      },
      dismiss: () => setState(({ failed: _, ...before }) => before),
    }
  }, [live, panel])

  useEffect(() => {
    const element = panel.current
    if (!element) return undefined
    const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (carriesFile(event)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0]
      if (!carriesFile(event) || !file) return
      // The page would leave for the file.
      event.preventDefault()
      event.stopPropagation()
      acts.open(file)
    }
    element.addEventListener('dragover', over)
    element.addEventListener('drop', drop)
    return () => {
      element.removeEventListener('dragover', over)
      element.removeEventListener('drop', drop)
    }
  }, [acts, panel])

  useEffect(
    () => () => {
      reading.current?.abort()
      for (const session of opened.current) session.close()
    },
    [],
  )
  return useMemo(() => ({ live, ...state, ...acts }), [live, state, acts])
}

/** The name of a file, with a number if one of that name is open. */
function freeName(name: string, opened: readonly OpenedSession[]): string {
  const isTaken = (wanted: string) => opened.some((session) => session.name === wanted)
  let free = name
  for (let nth = 2; isTaken(free); nth++) free = `${name} (${nth})`
  return free
}
