import { API_ORIGIN, UNLISTED_ORIGIN } from '../client/shop-origins.ts'
import { harvestLog } from '../data/harvest-log.ts'
import { answerJson, answerProblem, answerTemplate, type ShopRule, toJson } from './shop-rule.ts'

const at = (path: string) => `${API_ORIGIN}/v1/trouble/${path}`

/** Everything that goes wrong on purpose. */
export const troubleRules: readonly ShopRule[] = [
  {
    id: 'trouble-500',
    name: { zh: '服务器出错', en: 'Server error' },
    when: { url: at('broken') },
    respond: answerProblem(500, 'KETTLE_FELL', { zh: '水壶打翻了', en: 'The kettle fell over' }, 90),
  },
  {
    id: 'trouble-flaky',
    name: { zh: '第三次才好', en: 'Works the third time' },
    when: { url: at('flaky') },
    respond: {
      mode: 'cycle',
      answers: [
        answerProblem(503, 'BUSY', { zh: '人太多了，稍后再试', en: 'Too busy, try again' }),
        answerProblem(503, 'BUSY', { zh: '还是太忙', en: 'Still too busy' }),
        answerJson({ ok: true }, 60),
      ],
    },
  },
  {
    id: 'trouble-hang',
    name: { zh: '永不响应', en: 'Never responds' },
    when: { url: at('hang') },
    respond: { kind: 'hang' },
  },
  {
    id: 'trouble-reset',
    name: { zh: '连接被重置', en: 'Connection reset' },
    when: { url: at('reset') },
    respond: { kind: 'fail', error: 'ERR_CONNECTION_RESET', delay: 160 },
  },
  {
    id: 'trouble-certificate',
    name: { zh: '证书过期', en: 'Certificate expired' },
    when: { url: at('certificate') },
    respond: { kind: 'fail', error: 'ERR_CERT_DATE_INVALID' },
  },
  {
    id: 'trouble-bad-json',
    name: { zh: 'JSON 少了一半', en: 'Half a JSON' },
    when: { url: at('bad-json') },
    respond: {
      kind: 'response',
      headers: { 'Content-Type': 'application/json' },
      body: { text: '{"name": "龙井", "price": 168, "tags": ["明前", ' },
      delay: 70,
    },
  },
  {
    id: 'trouble-redirect',
    name: { zh: '搬家了', en: 'Moved' },
    when: { url: at('old-address') },
    respond: { kind: 'redirect', status: 302, to: `${API_ORIGIN}/v1/teas/longjing` },
  },
  {
    id: 'trouble-slow',
    name: { zh: '慢慢来', en: 'Takes its time' },
    when: { url: at('slow') },
    respond: answerTemplate({ call: '{{query.call | number}}' }, 900),
  },
  {
    id: 'trouble-big',
    name: { zh: '两千行', en: 'Two thousand lines' },
    when: { url: at('harvest') },
    respond: answerJson({ rows: toJson(harvestLog) }, 120),
  },
  {
    id: 'trouble-ping',
    name: { zh: '还在吗', en: 'Still there?' },
    when: { url: at('ping') },
    respond: answerJson({ pong: true }, 30),
  },
  {
    id: 'trouble-not-utf8',
    name: { zh: '不是 UTF-8', en: 'Not UTF-8' },
    when: { url: at('latin') },
    // "Thé vert" as Latin-1 writes it, with no charset said.
    respond: { kind: 'response', headers: { 'Content-Type': 'text/plain' }, body: { base64: 'VGjpIHZlcnQ=' }, delay: 60 },
  },
  {
    id: 'trouble-redirect-loop',
    name: { zh: '绕圈的重定向', en: 'Redirects in a circle' },
    when: { url: at('round-and-round') },
    respond: { kind: 'redirect', status: 302, to: at('round-and-round') },
  },
  {
    id: 'trouble-old-tls',
    name: { zh: 'TLS 1.1 的服务器', en: 'A server of TLS 1.1' },
    when: { url: at('old-tls') },
    respond: { kind: 'fail', error: 'TLS_1_1' },
  },
  {
    id: 'trouble-no-cellular',
    name: { zh: '没有移动网络', en: 'No cellular network' },
    when: { url: at('no-cellular') },
    respond: { kind: 'fail', error: 'NO_CELLULAR' },
  },
  {
    id: 'trouble-unlisted',
    name: { zh: '加入列表后才能到达', en: 'Reachable once listed' },
    when: { url: `${UNLISTED_ORIGIN}/hello.json` },
    respond: answerJson({ hello: true }, 60),
  },
]
