import './shop.css'
import './parts/blocks.css'
import './parts/bars.css'
import './parts/overlays.css'
import './parts/fields.css'
import './parts/tea-card-view.css'
import './pages/home-page.css'
import './pages/tea-page.css'
import './pages/search-page.css'
import './pages/cart-page.css'
import './pages/me-page.css'
import './pages/chat-page.css'
import './pages/order-page.css'
import './pages/trouble-page.css'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Wx } from '../../contract/wx/wx.ts'
import { type Language, useWords } from '../../entry/words.ts'
import { shopWords } from '../words/shop-words.ts'
import { type Cart, changeCart, countOf, quantityOf } from './client/cart.ts'
import type { Move, Place } from './client/navigation.ts'
import { ShopClient } from './client/shop-client.ts'
import { type Shop, ShopContext } from './client/shop-context.ts'
import type { TeaCard } from './data/tea.ts'
import { PageStack } from './page-stack.tsx'
import { BackgroundCover } from './parts/background-cover.tsx'
import { StatusBar, type StatusBarNetwork } from './parts/status-bar.tsx'
import { TabBar } from './parts/tab-bar.tsx'
import { Toast } from './parts/toast.tsx'

export interface ShopAppProps {
  readonly wx: Wx
  readonly language: Language
  readonly network: StatusBarNetwork
  readonly hidden: boolean
  readonly place: Place
  go(move: Move): void
  setHidden(hidden: boolean): void
}

/** The mini-program in the phone: "Hillside Tea", which talks to its API through `wx.request` alone. */
export function ShopApp({ wx, language, network, hidden, place, go, setHidden }: ShopAppProps) {
  const words = useWords(shopWords)
  const client = useMemo(() => new ShopClient(wx), [wx])
  const [cart, setCart] = useState<Cart>([])
  const [signedIn, setSignedIn] = useState(false)
  const [followsDark, setFollowsDark] = useState(true)
  const [told, setTold] = useState<{ text: string; count: number }>({ text: '', count: 0 })
  const latestCart = useRef(cart)

  const tell = useCallback((text: string) => setTold((before) => ({ text, count: before.count + 1 })), [])

  const changeQuantity = useCallback(
    (card: TeaCard, by: number) => {
      const change = (amount: number) => {
        latestCart.current = changeCart(latestCart.current, { card, by: amount })
        setCart(latestCart.current)
      }
      change(by)
      client.call<{ quantity: number }>(
        '/v1/cart/items',
        {
          method: 'POST',
          header: { 'content-type': 'application/x-www-form-urlencoded' },
          data: { sku: card.id, quantity: quantityOf(latestCart.current, card.id) },
        },
        {
          success: () => {},
          fail: (problem) => {
            change(-by)
            tell(problem.errMsg)
          },
        },
      )
    },
    [client, tell],
  )

  const shop = useMemo<Shop>(
    () => ({
      client,
      language,
      say: (text) => textIn(text, language),
      cart,
      changeQuantity,
      emptyCart: () => {
        latestCart.current = []
        setCart([])
      },
      signedIn,
      sessionChanged: () => setSignedIn(client.signedIn),
      followsDark,
      setFollowsDark,
      go,
      tell,
    }),
    [client, language, cart, changeQuantity, signedIn, followsDark, go, tell],
  )

  const screen = useRef<HTMLDivElement>(null)
  const depth = place.stack.length
  const drawnDepth = useRef(depth)
  useEffect(() => {
    // The page that had the focus is gone or covered: the title of the new one is where reading goes on.
    if (drawnDepth.current !== depth)
      screen.current?.querySelector<HTMLElement>('.page.is-top .nav-bar-title')?.focus({ preventScroll: true })
    drawnDepth.current = depth
  }, [depth])

  return (
    <ShopContext value={shop}>
      <div className="shop" data-dark={followsDark ? 'follow' : 'never'} ref={screen} lang={language === 'zh' ? 'zh-CN' : 'en'}>
        <div className="shop-live" inert={hidden}>
          <StatusBar network={network} />
          <PageStack place={place} onHide={() => setHidden(true)} />
          {depth === 0 && <TabBar tab={place.tab} cartCount={countOf(cart)} onChoose={(tab) => go({ to: 'tab', tab })} />}
          <Toast text={told.text} count={told.count} />
        </div>
        {hidden && <BackgroundCover words={words.hidden} onBack={() => setHidden(false)} />}
      </div>
    </ShopContext>
  )
}

/** One language of a text that has both. A mock may answer with a plain text, or with none. */
function textIn(text: unknown, language: Language): string {
  const one = typeof text === 'object' && text !== null ? (text as Record<string, unknown>)[language] : text
  return one === undefined || one === null ? '' : String(one)
}
