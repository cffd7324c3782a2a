import { dictionary } from './dictionary.ts'

/** Words of held calls: where they stand, and how they are held. */
export const holdWords = dictionary({
  zh: {
    gate: { send: '发送前', headers: '响应头', 'first-chunk': '首个分块', chunk: '分块', callbacks: '回调前' },
    resumedBy: { person: '手动继续', time: '超过等待时间，自动继续', 'no-panel': '面板关闭' },
    changed: (names: string) => `改了 ${names}`,
    timeout: { frozen: '超时已暂停', runs: '超时仍在计时' },
    held: (gate: string) => `断点 · ${gate}`,
    resume: '继续',
    step: '单步',
    holdThis: '停在下一个断点',
    holdLike: '停住同类请求',
    didHoldLike: (url: string) => `之后的 ${url} 会停在发送前和响应头`,
    didResume: '已继续',
  },
  en: {
    gate: {
      send: 'before sending',
      headers: 'at headers',
      'first-chunk': 'at first chunk',
      chunk: 'at chunk',
      callbacks: 'before callbacks',
    },
    resumedBy: { person: 'by hand', time: 'by itself, after a time', 'no-panel': 'the panel was closed' },
    changed: (names: string) => `changed: ${names}`,
    timeout: { frozen: 'timeout paused', runs: 'timeout still running' },
    held: (gate: string) => `Held · ${gate}`,
    resume: 'Continue',
    step: 'Step',
    holdThis: 'Hold at its next stage',
    holdLike: 'Hold requests like this',
    didHoldLike: (url: string) => `From now on ${url} is held before sending and at the headers`,
    didResume: 'Continued',
  },
})
