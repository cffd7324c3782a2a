import type { Lesson } from '../schema/lesson-schema.ts'

const URL = 'https://api.hillside.example/v1/teas/longjing'

export const badJson: Lesson = {
  id: 'bad-json',
  part: 'data',
  minutes: 4,
  title: { zh: 'JSON 写坏了，还算成功吗？', en: 'Is broken JSON still a success?' },
  lesson: { zh: '算。解析只试一次，失败就留下原文', en: 'Yes. One parse is tried; when it throws, the text stays' },
  story: {
    zh: '服务器的 JSON 多了一个逗号：`{"name":"明前龙井",}`。Content-Type 写着 `application/json`，状态码 200。',
    en: 'The JSON of the server has one comma too many: `{"name":"明前龙井",}`. Its Content-Type says `application/json`, the status is 200.',
  },
  code: `
wx.request({
  url: '${URL}',
  dataType: 'json',
  success(res) {
    console.log('success', typeof res.data)
  },
  fail(err) {
    console.log('fail', err.errMsg)
  },
})
`,
  scenario: {
    rules: [
      {
        id: 'comma',
        name: 'A comma too many',
        enabled: true,
        when: { url: URL },
        respond: { kind: 'response', headers: { 'Content-Type': 'application/json' }, body: { text: '{"name":"明前龙井",}' }, delay: 20 },
      },
    ],
  },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '哪个回调运行，`res.data` 是什么？', en: 'Which callback runs, and what is `res.data`?' },
      options: [
        { value: 'success string', label: { zh: '`success`，一段文本', en: '`success`, a text' } },
        { value: 'success object', label: { zh: '`success`，一个对象', en: '`success`, an object' } },
        { value: 'success undefined', label: { zh: '`success`，undefined', en: '`success`, undefined' } },
        { value: 'fail', label: { zh: '`fail`，解析失败', en: '`fail`, it cannot be parsed' } },
      ],
      of: { read: 'console', nth: 1 },
      answer: 'success string',
    },
  ],
  claims: [
    { of: { read: 'heard', call: 1 }, operator: 'is', value: ['success'] },
    { of: { read: 'argument', call: 1, of: 'success', path: 'data' }, operator: 'is', value: '{"name":"明前龙井",}' },
    { of: { read: 'event', call: 1, type: 'succeeded', path: 'dataForm' }, operator: 'is', value: 'text' },
  ],
  notes: {
    success: {
      zh: '`JSON.parse` 抛了错，没有人告诉你：`res.data` 就是原文。',
      en: '`JSON.parse` threw and nobody tells you: `res.data` is the text as it came.',
    },
  },
  why: {
    text: {
      zh: '`dataType: "json"` 只试一次 `JSON.parse`，不看 Content-Type。失败时 `data` 是原文，请求仍然成功。所以用 `res.data.name` 之前先看它是不是对象。',
      en: '`dataType: "json"` tries `JSON.parse` once and does not ask the Content-Type. When it throws, `data` is the text and the call still succeeds. So check for an object before you read `res.data.name`.',
    },
    rules: [
      { id: 'RES-2', sure: 'O' },
      { id: 'RES-1', sure: 'D' },
      { id: 'REQ-6', sure: 'D' },
    ],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html',
  },
  vary: {
    goal: { zh: '让 `res.data` 成为一个对象。', en: 'Make `res.data` an object.' },
    options: [
      {
        label: { zh: '改好 JSON，但 Content-Type 写 `text/plain`', en: 'Good JSON, but as `text/plain`' },
        scenario: {
          rules: [
            {
              id: 'plain',
              name: 'As plain text',
              enabled: true,
              when: { url: URL },
              respond: { kind: 'response', headers: { 'Content-Type': 'text/plain' }, body: { text: '{"name":"明前龙井"}' }, delay: 20 },
            },
          ],
        },
      },
      {
        label: { zh: '改好 JSON，但 `dataType: "text"`', en: 'Good JSON, but `dataType: "text"`' },
        hint: { zh: '`dataType` 不是 json，就不解析。', en: 'With another `dataType` than json nothing is parsed.' },
        code: [{ from: "dataType: 'json'", to: "dataType: 'text'" }],
        scenario: {
          rules: [
            {
              id: 'good',
              name: 'Good JSON',
              enabled: true,
              when: { url: URL },
              respond: {
                kind: 'response',
                headers: { 'Content-Type': 'application/json' },
                body: { text: '{"name":"明前龙井"}' },
                delay: 20,
              },
            },
          ],
        },
      },
      {
        label: { zh: '只把状态码改成 500', en: 'Only the status code: 500' },
        hint: { zh: '状态码不影响解析，坏的 JSON 还是坏的。', en: 'The status has no say in parsing: broken JSON stays broken.' },
        scenario: {
          rules: [
            {
              id: 'status',
              name: '500',
              enabled: true,
              when: { url: URL },
              respond: { kind: 'response', status: 500, body: { text: '{"name":"明前龙井",}' } },
            },
          ],
        },
      },
    ],
    check: [{ of: { read: 'console', nth: 1 }, operator: 'is', value: 'success object' }],
    reached: { zh: '解析看的是 `dataType`，不是 Content-Type。', en: 'Parsing follows `dataType`, not the Content-Type.' },
  },
}
