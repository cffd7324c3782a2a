import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { isInspectorError } from '../../contract/inspector-error.ts'
import type { Sessions, ShownSession } from './sessions-context.ts'

type State = Pick<Sessions, 'opened' | 'showsFile' | 'reading' | 'failed'>

/** Opens files beside the live session, one at a time; a file that is dropped on the panel is opened too. */
export function useSessions(live: ShownSession, panel: RefObject<HTMLElement | null>): Sessions {
  const [state, setState] = useState<State>({ showsFile: false })
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
        opened.current?.close()
        setState({ opened: session, showsFile: true })
      } catch (thrown) {
        const reason = isInspectorError(thrown) ? thrown.issues.map(({ message }) => message).join(', ') : String(thrown)
        setState(({ reading: _, failed: __, ...before }) =>
          aborter.signal.aborted ? before : { ...before, failed: { name: file.name, reason } },
        )
      }
    }
    return {
      open: (file: File) => void open(file),
      show: (what: 'live' | 'file') => setState((before) => ({ ...before, showsFile: what === 'file' && before.opened !== undefined })),
      close() {
        opened.current?.close()
        setState({ showsFile: false })
      },
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
      opened.current?.close()
    },
    [],
  )
  return useMemo(() => ({ live, ...state, ...acts }), [live, state, acts])
}
