import type { Condition } from '../../../contract/mock/mock-rule.ts'
import { API_ORIGIN } from '../client/shop-origins.ts'
import { answerJson, answerProblem, answerTemplate, type ShopRule } from './shop-rule.ts'

/** The code that the demo's sign-in form comes filled in with. */
const SIGN_IN_CODE = '2468'

const SESSION = 'hs-3f9c51d07be2'

const signedIn: Condition = { on: 'cookie', name: 'sid', operator: 'equals', value: SESSION }

const refusal = answerProblem(401, 'SIGN_IN_FIRST', { zh: '请先登录', en: 'Please sign in first' })

/** Sign-in by Set-Cookie, and what a stranger may not see. Mini-programs keep no cookies: the app sends them back by hand (HDR-9). */
export const accountRules: readonly ShopRule[] = [
  {
    id: 'session-open',
    name: { zh: '登录 · 成功', en: 'Sign in · welcome' },
    when: {
      method: 'POST',
      url: `${API_ORIGIN}/v1/session`,
      all: [{ on: 'body', name: '$.code', operator: 'equals', value: SIGN_IN_CODE }],
    },
    respond: answerTemplate({ phone: '{{body.phone}}', member: 'leaf' }, 240, {
      cookies: [
        `sid=${SESSION}; Path=/; HttpOnly; Secure; SameSite=Lax`,
        'member=leaf; Path=/; Max-Age=2592000; Secure',
        'seen=1; Path=/; Expires=Wed, 01 Dec 2027 08:00:00 GMT',
      ],
    }),
  },
  {
    id: 'session-wrong-code',
    name: { zh: '登录 · 验证码不对', en: 'Sign in · wrong code' },
    when: { method: 'POST', url: `${API_ORIGIN}/v1/session` },
    respond: answerProblem(422, 'WRONG_CODE', { zh: '验证码不对，试试 2468', en: 'That code is wrong; try 2468' }, 240),
  },
  {
    id: 'session-close',
    name: { zh: '退出登录', en: 'Sign out' },
    when: { method: 'DELETE', url: `${API_ORIGIN}/v1/session` },
    respond: {
      kind: 'response',
      status: 204,
      cookies: ['sid=; Path=/; Max-Age=0; HttpOnly; Secure', 'member=; Path=/; Max-Age=0'],
      delay: 60,
    },
  },
  {
    id: 'me',
    name: { zh: '我的 · 已登录', en: 'Me · signed in' },
    when: { method: 'GET', url: `${API_ORIGIN}/v1/me`, all: [signedIn] },
    respond: answerJson(
      {
        nickname: { zh: '山客', en: 'Hill guest' },
        level: { zh: '青叶会员', en: 'Green leaf member' },
        points: 1280,
        coupons: 3,
        saved: 7,
        lastOrder: 'HS-1106',
      },
      100,
    ),
  },
  {
    id: 'me-refused',
    name: { zh: '我的 · 未登录', en: 'Me · not signed in' },
    when: { method: 'GET', url: `${API_ORIGIN}/v1/me` },
    respond: refusal,
  },
  {
    id: 'cart',
    name: { zh: '购物车 · 运费与优惠', en: 'Cart · shipping and offers' },
    when: { method: 'GET', url: `${API_ORIGIN}/v1/cart`, all: [signedIn] },
    respond: answerJson(
      { shipping: 1200, freeFrom: 19900, note: { zh: '满 199 元包邮，顺丰次日达', en: 'Free shipping from ¥199, next day' } },
      120,
    ),
  },
  {
    id: 'cart-refused',
    name: { zh: '购物车 · 未登录', en: 'Cart · not signed in' },
    when: { method: 'GET', url: `${API_ORIGIN}/v1/cart` },
    respond: refusal,
  },
]
