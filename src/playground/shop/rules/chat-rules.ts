import type { MessageMatch, SocketStep } from '../../../contract/mock/mock-rule.ts'
import { CHAT_ORIGIN } from '../client/shop-origins.ts'
import type { Bilingual } from '../data/tea.ts'
import { answerProblem, type ShopRule } from './shop-rule.ts'

const say = (text: Bilingual, after: number): SocketStep => ({ after: { mean: after, jitter: after / 4 }, json: { text: { ...text } } })

/** What the keeper knows about, by a word in the question. */
const WATER = '/水温|几度|hot|water/i'
const STORE = '/存|放多久|保存|keep|store/i'
const BYE = '/再见|拜拜|bye/i'

const asks = (pattern: string, not = false): MessageMatch[number] => ({
  name: '$.text',
  operator: 'matches',
  value: pattern,
  ...(not ? { not } : {}),
})

/** The keeper of the shop behind a counter that is a WebSocket. */
export const chatRules: readonly ShopRule[] = [
  {
    id: 'chat-closed',
    name: { zh: '联系客服 · 已打烊', en: 'Chat · closed' },
    when: { api: 'connectSocket', url: `${CHAT_ORIGIN}/rooms/closed` },
    respond: answerProblem(403, 'SHOP_CLOSED', { zh: '已打烊', en: 'The shop is closed' }),
  },
  {
    id: 'chat',
    name: { zh: '联系客服', en: 'Chat · ask the keeper' },
    when: { url: `${CHAT_ORIGIN}/rooms/:id` },
    respond: {
      kind: 'socket',
      delay: 80,
      script: [
        {
          on: [asks(WATER)],
          reply: [
            say({ zh: '绿茶 80 ℃，白茶和乌龙 95 ℃ 往上，', en: 'Green tea at 80 ℃, white and oolong from 95 ℃,' }, 500),
            say({ zh: '黑茶就用滚水，不用怕烫着它。', en: 'and dark tea straight off the boil: it can take it.' }, 700),
          ],
        },
        {
          on: [asks(STORE)],
          reply: [
            say(
              {
                zh: '密封、避光、别挨着厨房。绿茶进冰箱，白茶放着越陈越香。',
                en: 'Sealed, dark, far from the stove. Green in the fridge; white gets better.',
              },
              600,
            ),
          ],
        },
        {
          on: [asks(BYE)],
          reply: [
            say({ zh: '慢走，山路滑。', en: 'Mind the path on the way down.' }, 400),
            { after: 600, close: { code: 1000, reason: 'see you' } },
          ],
        },
        {
          on: [asks(WATER, true), asks(STORE, true), asks(BYE, true)],
          reply: [say({ zh: '这个我得去问问山上的师傅，您稍等。', en: 'That one I must ask the master up the hill. One moment.' }, 700)],
        },
        // Last, so that a question asked before the welcome is heard too.
        say({ zh: '掌柜在。今天想喝点什么？', en: 'At your service. What shall it be today?' }, 300),
      ],
    },
  },
]
