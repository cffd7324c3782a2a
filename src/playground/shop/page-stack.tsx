import type { Place, PushedPage, Tab } from './client/navigation.ts'
import { CartPage } from './pages/cart-page.tsx'
import { ChatPage } from './pages/chat-page.tsx'
import { HomePage } from './pages/home-page.tsx'
import { MePage } from './pages/me-page.tsx'
import { OrderPage } from './pages/order-page.tsx'
import { SearchPage } from './pages/search-page.tsx'
import { SignInPage } from './pages/sign-in-page.tsx'
import { TeaPage } from './pages/tea-page.tsx'
import { TroublePage } from './pages/trouble-page.tsx'
import { Page } from './parts/page.tsx'

const TAB_PAGES: Record<Tab, () => React.ReactNode> = {
  home: () => <HomePage />,
  search: () => <SearchPage />,
  cart: () => <CartPage />,
  me: () => <MePage />,
  trouble: () => <TroublePage />,
}

/** Every open page, one over the other; only the top one is seen and reached. */
export function PageStack({ place, onHide }: { place: Place; onHide(): void }) {
  const covered = place.stack.length > 0
  return (
    <div className="page-stack" key={place.round}>
      {place.opened.map((tab) => (
        <Page key={tab} name={tab} top={!covered && tab === place.tab} canGoBack={false} onHide={onHide}>
          {TAB_PAGES[tab]()}
        </Page>
      ))}
      {place.stack.map((pushed, depth) => (
        <Page key={keyOf(pushed)} name={pushed.page} top={depth === place.stack.length - 1} canGoBack onHide={onHide}>
          {drawPushed(pushed)}
        </Page>
      ))}
    </div>
  )
}

const keyOf = (pushed: PushedPage) => ('id' in pushed ? `${pushed.page}-${pushed.id}` : pushed.page)

function drawPushed(pushed: PushedPage) {
  switch (pushed.page) {
    case 'tea':
      return <TeaPage id={pushed.id} />
    case 'sign-in':
      return <SignInPage />
    case 'chat':
      return <ChatPage />
    case 'order':
      return <OrderPage id={pushed.id} fresh={pushed.fresh} />
  }
}
