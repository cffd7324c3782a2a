import { dictionary } from './dictionary.ts'

/** What the tabs of the details are called. A tab is known by its key here. */
export const tabWords = dictionary({
  zh: {
    overview: '概览',
    headers: '标头',
    payload: '载荷',
    response: '响应',
    cookies: 'Cookie',
    timing: '耗时',
    events: '事件',
    messages: '消息',
    domain: '域名校验',
  },
  en: {
    overview: 'Overview',
    headers: 'Headers',
    payload: 'Payload',
    response: 'Response',
    cookies: 'Cookies',
    timing: 'Timing',
    events: 'Events',
    messages: 'Messages',
    domain: 'Domain check',
  },
})

export type TabId = keyof typeof tabWords.zh
