import { useWords } from '../../../entry/words.ts'
import { shopWords } from '../../words/shop-words.ts'
import type { PushedPage, Tab } from '../client/navigation.ts'
import { NavBar } from './nav-bar.tsx'
import { PageBoundary } from './page-boundary.tsx'

export interface PageProps {
  readonly name: Tab | PushedPage['page']
  readonly top: boolean
  readonly canGoBack: boolean
  readonly children: React.ReactNode
  onHide(): void
}

/** One page with its navigation bar. A page that is not on top keeps its place but can neither be seen nor reached. */
export function Page({ name, top, canGoBack, children, onHide }: PageProps) {
  const words = useWords(shopWords)
  const titles: Record<PageProps['name'], string> = {
    ...words.tabs,
    home: words.shop,
    tea: words.tea.title,
    'sign-in': words.signIn.title,
    chat: words.chat.title,
    order: words.order.title,
  }
  return (
    <section className={top ? 'page is-top' : 'page'} data-page={name} inert={!top} aria-label={titles[name]}>
      <NavBar title={titles[name]} canGoBack={canGoBack} onHide={onHide} />
      <div className="page-scroll">
        <PageBoundary>{children}</PageBoundary>
      </div>
    </section>
  )
}
