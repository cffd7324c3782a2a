import { useWords } from '../../../entry/words.ts'
import { shopWords } from '../../words/shop-words.ts'
import { useShop } from '../client/shop-context.ts'

/** WeChat's own bar: back, the title, and the capsule whose right half sends the app to the background. */
export function NavBar({ title, canGoBack, onHide }: { title: string; canGoBack: boolean; onHide(): void }) {
  const words = useWords(shopWords)
  const { go } = useShop()
  return (
    <div className="nav-bar">
      {canGoBack && (
        <button type="button" className="nav-bar-back" aria-label={words.back} onClick={() => go({ to: 'back' })}>
          <svg viewBox="0 0 12 24" width="12" height="24" aria-hidden="true">
            <path d="M10 3L2 12l8 9" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
        </button>
      )}
      <h2 className="nav-bar-title" tabIndex={-1}>
        {title}
      </h2>
      <div className="capsule">
        <svg viewBox="0 0 44 32" width="43" height="30" aria-hidden="true">
          <g fill="currentColor">
            <circle cx="14" cy="16" r="2.2" />
            <circle cx="22" cy="16" r="3.4" />
            <circle cx="30" cy="16" r="2.2" />
          </g>
        </svg>
        <button type="button" className="capsule-hide" aria-label={words.hide} title={words.hide} onClick={onHide}>
          <svg viewBox="0 0 44 32" width="43" height="30" aria-hidden="true">
            <circle cx="22" cy="16" r="8.2" fill="none" stroke="currentColor" strokeWidth="2.4" />
            <circle cx="22" cy="16" r="3.4" fill="currentColor" />
          </svg>
        </button>
      </div>
    </div>
  )
}
