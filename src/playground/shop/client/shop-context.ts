import { createContext, useContext } from 'react'
import type { Language } from '../../../entry/words.ts'
import type { Bilingual, TeaCard } from '../data/tea.ts'
import type { Cart } from './cart.ts'
import type { Move } from './navigation.ts'
import type { ShopClient } from './shop-client.ts'

/** What every page of the shop has at hand. */
export interface Shop {
  readonly client: ShopClient
  readonly language: Language
  /** Picks the language of an answer that carries both. */
  say(text: Bilingual): string
  readonly cart: Cart
  /** Changes the cart at once, tells the server, and takes it back when the server could not be told. */
  changeQuantity(card: TeaCard, by: number): void
  emptyCart(): void
  readonly signedIn: boolean
  /** To be called after a call that set or took the session cookie. */
  sessionChanged(): void
  readonly followsDark: boolean
  setFollowsDark(follows: boolean): void
  go(move: Move): void
  /** A line that floats over the page for a moment. */
  tell(text: string): void
}

export const ShopContext = createContext<Shop | undefined>(undefined)

export function useShop(): Shop {
  const shop = useContext(ShopContext)
  if (!shop) throw new Error('A page of the shop was drawn outside <ShopApp>.')
  return shop
}
