import type { Language } from '../../../entry/words.ts'
import { API_ORIGIN, CHAT_ORIGIN, IMAGE_ORIGIN } from '../../shop/client/shop-origins.ts'

/** A program to begin with. Its calls are answered by the rules of the shop. */
export interface Example {
  readonly id: string
  readonly title: Readonly<Record<Language, string>>
  code(say: (zh: string, en: string) => string): string
}

export const EXAMPLES: readonly Example[] = [
  {
    id: 'menu',
    title: { zh: '茶单与订单', en: 'Tea list and order' },
    code: (say) => `const api = '${API_ORIGIN}'

// ${say('茶单', 'The tea list')}
wx.request({
  url: api + '/v1/teas',
  data: { page: 1 },
  success: (res) => console.log('${say('茶单', 'teas')}', res.data.items),
})

// ${say('没有这款茶：404 也走 success', 'No such tea: a 404 is a success too')}
const task = wx.request({
  url: api + '/v1/teas/moon-tea',
  success: (res) => console.log('${say('详情', 'details')}', res.statusCode, res.data),
  fail: (err) => console.error('${say('没拿到', 'failed')}', err.errMsg),
})
task.onHeadersReceived((res) => {
  console.log('${say('响应头', 'headers')}', res.statusCode)
})

// ${say('下单', 'Place an order')}
wx.request({
  url: api + '/v1/orders',
  method: 'POST',
  data: { receiver: '${say('山客', 'Hill guest')}', total: 16800 },
  success: (res) => console.log('${say('订单', 'order')}', res.statusCode, res.header.Location),
})
`,
  },
  {
    id: 'order',
    title: { zh: '回调的顺序', en: 'Order of callbacks' },
    code: (say) => `// ${say('先猜一猜：五行输出的顺序', 'Guess first: in which order do the five lines come?')}
const task = wx.request({
  url: '${API_ORIGIN}/v1/teas/longjing',
  success: () => console.log('success'),
  fail: () => console.log('fail'),
  complete: () => console.log('complete'),
})
task.onHeadersReceived(() => console.log('onHeadersReceived'))

console.log('${say('同步代码', 'synchronous code')}')
setTimeout(() => console.log('setTimeout 0'), 0)
`,
  },
  {
    id: 'abort',
    title: { zh: '中止请求', en: 'Abort a request' },
    code: (say) => `const task = wx.request({
  url: '${API_ORIGIN}/v1/trouble/slow',
  success: () => console.log('success'),
  fail: (err) => console.log('fail', err.errMsg),
  complete: () => console.log('complete'),
})

setTimeout(() => {
  task.abort()
  // ${say('第二次不起作用', 'The second one has no effect')}
  task.abort()
}, 300)
`,
  },
  {
    id: 'timeout',
    title: { zh: '超时', en: 'Timeout' },
    code: (say) => `wx.request({
  url: '${API_ORIGIN}/v1/trouble/hang',
  // ${say('毫秒', 'ms')}
  timeout: 800,
  success: (res) => console.log('success', res.statusCode),
  fail: (err) => console.warn(err.errMsg, err.errno),
})
`,
  },
  {
    id: 'ten-at-once',
    title: { zh: '十个并发名额', en: 'Ten at once' },
    code: (say) => `// ${say('同时最多 10 个，其余排队', 'Ten run at once, the others are queued')}
for (let call = 1; call <= 14; call++) {
  wx.request({
    url: '${API_ORIGIN}/v1/trouble/slow',
    data: { call },
    success: (res) => console.log(res.data.call),
  })
}
`,
  },
  {
    id: 'chunked',
    title: { zh: '分块接收', en: 'Chunks' },
    code: (say) => `const task = wx.request({
  url: '${API_ORIGIN}/v1/orders/HS-1122/feed',
  enableChunked: true,
  success: (res) => console.log('${say('结束，data 是', 'end, data is')}', res.data),
})

// ${say('一块可能在一个汉字中间结束，所以要用 stream', 'A chunk may end inside a character, hence stream')}
const decoder = new TextDecoder()
task.onChunkReceived(({ data }) => {
  console.log(data.byteLength, decoder.decode(data, { stream: true }))
})
`,
  },
  {
    id: 'cookies',
    title: { zh: 'Cookie 自己保存', en: 'Cookies are yours to keep' },
    code: (say) => `const api = '${API_ORIGIN}'

wx.request({
  url: api + '/v1/session',
  method: 'POST',
  data: { phone: '13800000000', code: '2468' },
  success(res) {
    console.log(res.cookies)
    // ${say('小程序不会自动带上 Cookie', 'A mini-program does not send cookies by itself')}
    const cookie = res.cookies.map((line) => line.split(';')[0]).join('; ')
    wx.setStorageSync('cookie', cookie)
    me()
  },
})

function me() {
  wx.request({
    url: api + '/v1/me',
    header: { cookie: wx.getStorageSync('cookie') },
    success: (res) => console.log(res.statusCode, res.data),
  })
}
`,
  },
  {
    id: 'redirect',
    title: { zh: '重定向 manual', en: 'Redirect manual' },
    code: (say) => `const url = '${API_ORIGIN}/v1/trouble/old-address'

// ${say('默认跟随', 'Followed by default')}
wx.request({ url, success: (res) => console.log('follow', res.statusCode) })

// ${say('manual：把 302 本身给 success', 'manual: success gets the 302 itself')}
wx.request({
  url,
  redirect: 'manual',
  success: (res) => console.log('manual', res.statusCode, res.header.Location),
})
`,
  },
  {
    id: 'upload',
    title: { zh: '写文件并上传', en: 'Write a file and upload it' },
    code: (say) => `const filePath = wx.env.USER_DATA_PATH + '/note.txt'
const fs = wx.getFileSystemManager()

fs.writeFile({
  filePath,
  data: '${say('明前龙井', 'Pre-Qingming Longjing')} '.repeat(2000),
  success: upload,
  fail: (err) => console.error(err.errMsg),
})

function upload() {
  const task = wx.uploadFile({
    url: '${API_ORIGIN}/v1/me/avatar',
    filePath,
    name: 'file',
    formData: { kind: 'note' },
    success: (res) => console.log(res.statusCode, res.data),
    fail: (err) => console.error(err.errMsg),
  })
  task.onProgressUpdate(({ progress }) => console.log(progress + ' %'))
}
`,
  },
  {
    id: 'download',
    title: { zh: '下载', en: 'Download' },
    code: (say) => `const task = wx.downloadFile({
  url: '${IMAGE_ORIGIN}/places/lakeside.svg',
  success(res) {
    console.log(res.statusCode, res.tempFilePath)
    wx.getFileInfo({
      filePath: res.tempFilePath,
      success: ({ size }) => console.log('${say('字节', 'bytes')}', size),
    })
  },
})

task.onProgressUpdate((res) => {
  console.log(res.progress + ' %', res.totalBytesWritten)
})
`,
  },
  {
    id: 'socket',
    title: { zh: 'WebSocket', en: 'WebSocket' },
    code: (say) => `const socket = wx.connectSocket({ url: '${CHAT_ORIGIN}/rooms/1' })

socket.onOpen(() => {
  console.log('open', socket.readyState)
  socket.send({ data: JSON.stringify({ text: '${say('水温几度？', 'How hot should the water be?')}' }) })
})

socket.onMessage(({ data }) => {
  console.log(JSON.parse(data).text)
})

socket.onClose((res) => console.log('close', res.code, res.reason))

setTimeout(() => socket.close({ code: 1000 }), 4000)
`,
  },
  {
    id: 'domains',
    title: { zh: '域名校验与网络错误', en: 'Domain check and network errors' },
    code: (say) => `const show = (name) => ({
  success: (res) => console.log(name, res.statusCode),
  fail: (err) => console.warn(name, err.errno, err.errMsg),
})

// ${say('不在合法域名列表里', 'Not in the domain list')}
wx.request({ url: 'https://cdn.unlisted.example/hello.json', ...show('${say('域名', 'domain')}') })
wx.request({ url: '${API_ORIGIN}/v1/trouble/certificate', ...show('${say('证书', 'certificate')}') })
wx.request({ url: '${API_ORIGIN}/v1/trouble/reset', ...show('${say('重置', 'reset')}') })
wx.request({ url: '${API_ORIGIN}/v1/trouble/bad-json', ...show('JSON') })
`,
  },
]

/** The code of an example in one language. */
export function codeOfExample({ code }: Example, language: Language): string {
  return code((zh, en) => (language === 'zh' ? zh : en))
}
