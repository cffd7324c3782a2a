import { useWords } from '../../../entry/words.ts'
import { shopWords } from '../../words/shop-words.ts'
import { TABS, type Tab } from '../client/navigation.ts'

const ICONS: Record<Tab, string> = {
  home: 'M4 11.5L12 5l8 6.5V19a1 1 0 0 1-1 1h-4.5v-5h-5v5H5a1 1 0 0 1-1-1z',
  search: 'M10.5 4.5a6 6 0 1 1 0 12a6 6 0 0 1 0-12zM15 15l5 5',
  cart: 'M5 8h14l-1.2 11a1.5 1.5 0 0 1-1.5 1.3H7.7A1.5 1.5 0 0 1 6.2 19zM8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5',
  me: 'M12 4.5a3.7 3.7 0 1 1 0 7.4a3.7 3.7 0 0 1 0-7.4zM4.8 20c.7-3.7 3.6-5.8 7.2-5.8s6.5 2.1 7.2 5.8z',
  trouble: 'M12 4.5l8.5 15h-17zM12 10v4.5M12 17v.2',
}

/** The five tabs at the foot. */
export function TabBar({ tab, cartCount, onChoose }: { tab: Tab; cartCount: number; onChoose(tab: Tab): void }) {
  const words = useWords(shopWords)
  return (
    <nav className="tab-bar" aria-label={words.tabBar}>
      {TABS.map((each) => (
        <button key={each} type="button" className="tab" aria-current={each === tab ? 'page' : undefined} onClick={() => onChoose(each)}>
          <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
            <path
              d={ICONS[each]}
              fill="var(--tab-fill)"
              stroke="currentColor"
              strokeWidth="1.6"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
          <span>{words.tabs[each]}</span>
          {each === 'cart' && cartCount > 0 && <span className="tab-badge">{cartCount > 99 ? '99+' : cartCount}</span>}
        </button>
      ))}
    </nav>
  )
}
