import type { Disposables } from '../../contract/disposables.ts'
import { SHARE_MARK } from '../../exchange/share/share-mark.ts'

/** The text of a share link that waits to be taken. */
export interface SharedLink {
  readonly text: string | undefined
  take(): void
}

/**
 * Takes the text of a share link out of the address of the page, now and whenever its hash changes, so that a router of the app never sees it.
 * Nothing is done with it until somebody takes it. `onChange` is called when
 * one comes later, and when it was taken.
 */
export function watchSharedLinks(disposables: Disposables, onChange: () => void): SharedLink {
  let text: string | undefined
  const look = () => {
    const hash = globalThis.location?.hash ?? ''
    const at = hash.indexOf(SHARE_MARK)
    if (at < 0) return false
    text = hash.slice(at + SHARE_MARK.length)
    const { pathname, search } = location
    history.replaceState(history.state, '', `${pathname}${search}${hash.slice(0, at)}`)
    return true
  }
  look()
  const follow = () => look() && onChange()
  globalThis.addEventListener?.('hashchange', follow)
  disposables.add(() => globalThis.removeEventListener?.('hashchange', follow))
  return {
    get text() {
      return text
    },
    take() {
      text = undefined
      onChange()
    },
  }
}
