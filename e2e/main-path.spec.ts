import type { RequestProfile } from '../src/contract/wx/wx.ts'
import { callWx } from './drive/call-wx.ts'
import { expect, test } from './drive/test.ts'

const API = 'https://api.hillside.example'

test.describe('a walk through the shop', () => {
  test('from the counter to an order: every call is a row with its method, status, kind and who answered', async ({
    openDemo,
    panel,
    shop,
  }) => {
    await openDemo()
    const { phone } = shop

    await phone.getByRole('button', { name: /^春山新茶|看看明前龙井/ }).click()
    await expect(shop.page('茶品').getByRole('heading', { name: '明前龙井' })).toBeVisible()
    await expect(shop.page('茶品').getByRole('img', { name: /梅家坞的风景/ })).toBeVisible()
    await shop.page('茶品').getByRole('button', { name: '加入购物车' }).click()
    await expect(phone.getByRole('status').filter({ hasText: '明前龙井已放进购物车' })).toBeVisible()
    await shop.page('茶品').getByRole('button', { name: '返回' }).click()

    await shop.goTo('购物车')
    await expect(shop.page('购物车').getByText('登录后才能看到运费和下单')).toBeVisible()
    await shop.page('购物车').getByRole('button', { name: '登录' }).click()
    await shop.page('登录').getByRole('button', { name: '登录', exact: true }).click()
    await expect(shop.page('购物车').getByText('满 199 元包邮')).toBeVisible()
    await shop.page('购物车').getByRole('button', { name: '提交订单' }).click()
    await expect(shop.page('订单').getByText('支付成功')).toBeVisible()
    await expect(shop.page('订单').getByText('动态已结束')).toBeVisible()

    await expect
      .poll(() => panel.table('名称', '方法', '状态', '类型', '响应来源'))
      .toEqual([
        ['teas?page=1&size=6/v1/', 'GET', '200', 'request', '茶单 · 第 1 页'],
        ['longjing/v1/teas/', 'GET', '200', 'request', '明前龙井'],
        ['lakeside.svgimg.hillside.example', 'GET', '200', 'request', '产地图 · 湖边'],
        ['items/v1/cart/', 'POST', '200', 'request', '购物车 · 改数量'],
        ['cart/v1/', 'GET', '401', 'request', '购物车 · 未登录'],
        ['session/v1/', 'POST', '200', 'request', '登录 · 成功'],
        ['cart/v1/', 'GET', '200', 'request', '购物车 · 运费与优惠'],
        ['orders/v1/', 'POST', '201', 'request', '提交订单'],
        ['HS-1122/v1/orders/', 'GET', '200', 'request', '订单 · 查支付结果'],
        ['HS-1122/v1/orders/', 'GET', '200', 'request', '订单 · 查支付结果'],
        ['HS-1122/v1/orders/', 'GET', '200', 'request', '订单 · 查支付结果'],
        ['feed/v1/orders/HS-1122/', 'GET', '200 · 10 个分块', 'request', '订单 · 实时动态'],
      ])
    // Each row says in words what its bar shows.
    for (const [timeline] of await panel.table('瀑布图')) expect(timeline).toMatch(/^开始于 .+, 响应头在 .+, 结束于 .+$/)
  })

  test('a portrait goes up, a wallpaper comes down, and the keeper answers: files and messages are there to be looked at', async ({
    openDemo,
    page,
    panel,
    shop,
  }) => {
    await openDemo()
    await shop.goTo('我的')
    const me = shop.page('我的')
    const chooser = page.waitForEvent('filechooser')
    await me.getByRole('button', { name: /^更换头像/ }).click()
    await (await chooser).setFiles('public/shop/mark.svg')
    await expect(me.getByRole('img', { name: '你的头像' })).toBeVisible()
    await panel.expectRow(panel.row('avatar'), { 方法: 'POST', 状态: '201', 类型: 'upload', 响应来源: '我的 · 上传头像' })
    await panel.open(panel.row('avatar'), '载荷')
    await expect(panel.tab).toContainText('avatar')
    await expect(panel.tab).toContainText('square')

    await me.getByRole('button', { name: /^下载壁纸/ }).click()
    await expect(me.getByRole('progressbar', { name: '下载壁纸' })).toBeVisible()
    await expect(me.getByRole('img', { name: /^下载好的壁纸/ })).toBeVisible()
    await panel.expectRow(panel.row('lakeside.svg'), { 状态: '200', 类型: 'download', 响应来源: '壁纸 · 下载' })
    await panel.open(panel.row('lakeside.svg'), '响应')
    await expect(panel.tab.getByRole('img').first()).toBeVisible()

    await me.getByRole('button', { name: /^联系客服/ }).click()
    const chat = shop.page('联系客服')
    await chat.getByRole('button', { name: '水温多少合适？' }).click()
    await expect(chat.getByText('黑茶就用滚水')).toBeVisible()
    await chat.getByRole('textbox', { name: '想问的话' }).fill('再见')
    await page.keyboard.press('Enter')
    await expect(chat.getByText('连接已关闭 · 1000 see you')).toBeVisible()
    await panel.expectRow(panel.row('chat.hillside'), { 状态: /101 · 已关闭 1000/, 类型: 'socket', 响应来源: '联系客服' })
    await panel.open(panel.row('chat.hillside'), '消息')
    await expect(panel.tab.getByRole('listbox', { name: '消息列表' }).getByRole('option')).toHaveCount(6)
  })

  test('search as you type aborts the call before, and the list shows which answer counted', async ({ openDemo, panel, shop, page }) => {
    await openDemo()
    await shop.goTo('搜索')
    // So slow a network that each key comes while the answer to the one before is still on its way.
    await page.evaluate(() => wxInspector.configure({ conditions: { latency: 2000 } }))
    const box = shop.page('搜索').getByRole('textbox', { name: '搜索茶和茶器' })
    await box.pressSequentially('wul')
    await box.fill('乌龙')
    await expect(shop.page('搜索').getByText('找到 3 款')).toBeVisible()
    await expect(shop.page('搜索').getByText('已取消 3 次旧请求')).toBeVisible()

    await panel.expectRow(panel.rows.last(), { 状态: '200' })
    const searches = (await panel.table('名称', '状态', '瀑布图')).filter(([name]) => name?.startsWith('search'))
    expect(searches.map(([name, status]) => [name, status])).toEqual([
      ['search?q=w/v1/', '已中止'],
      ['search?q=wu/v1/', '已中止'],
      ['search?q=wul/v1/', '已中止'],
      ['search?q=乌龙/v1/', '200'],
    ])
    for (const [, , timeline] of searches.slice(0, 3)) expect(timeline).toMatch(/^开始于 .+, 中止于 .+$/)

    await panel.open(panel.row('search?q=wul'))
    await expect(panel.details).toContainText('小程序代码调用了 abort()。')
    await expect(panel.details).toContainText('fail({"errMsg":"request:fail abort"})')
  })

  test('the feed of an order grows chunk by chunk while it runs', async ({ openDemo, panel, shop }) => {
    await openDemo()
    await shop.goTo('我的')
    await shop
      .page('我的')
      .getByRole('button', { name: /最近的订单/ })
      .click()
    const feed = panel.row('feed')
    const seen: { state: string; size: number; time: string; timeline: string }[] = []
    const look = async () => {
      const row = (await panel.table('名称', '状态', '大小', '耗时', '瀑布图')).find(([name]) => name?.startsWith('feed'))
      const [, state = '', size = '', time = '', timeline = ''] = row ?? []
      seen.push({ state, size: Number.parseInt(size, 10), time, timeline })
      return state
    }
    await expect.poll(look, { intervals: [100], timeout: 30_000 }).toMatch(/^200 · \d+ 个分块$/)
    const live = seen.filter(({ state }) => state.includes('接收中'))
    const sizes = live.map(({ size }) => size)
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b))
    expect(new Set(sizes).size).toBeGreaterThan(2)
    expect(new Set(live.map(({ time }) => time)).size).toBeGreaterThan(2)
    for (const { timeline } of live) expect(timeline).toMatch(/^开始于 .+, 响应头在 .+, 还在进行$/)

    await expect(shop.page('订单').getByText('动态已结束')).toBeVisible()
    await panel.expectRow(feed, { 状态: '200 · 10 个分块', 瀑布图: /结束于/ })
    await panel.open(feed, '事件')
    await expect(panel.tab.getByRole('listitem').filter({ hasText: '收到分块' })).toHaveCount(10)
    await panel.openTab('概览')
    await expect(panel.fact('响应体')).toContainText('分 10 块')
    await expect(panel.fact('res.data')).toHaveText("空字符串 ''")
    await panel.openTab('响应')
    await expect(panel.tab).toContainText("开启了 enableChunked：内容只给 onChunkReceived，success 里的 data 是 ''")
    await expect(panel.tab).toContainText('已送达，趁热喝茶')
  })
})

test.describe('the trouble page', () => {
  const troubles = [
    { title: '404 没有这款茶', app: 'success · 404 · request:ok', row: { 名称: /^moon-tea/, 状态: '404', 响应来源: '没有这款茶' } },
    {
      title: '500 服务器出错',
      app: 'success · 500 · request:ok',
      row: { 名称: /^broken/, 方法: 'POST', 状态: '500', 响应来源: '服务器出错' },
    },
    { title: '503，503，200', app: '第 3 次：200', row: { 名称: /^flaky/, 状态: '200', 响应来源: '第三次才好' } },
    { title: '坏掉的 JSON', app: 'data 是 string', row: { 名称: /^bad-json/, 状态: '200', 响应来源: 'JSON 少了一半' } },
    { title: '302 搬家', app: '跟随以后拿到“明前龙井”', row: { 名称: /^old-address/, 状态: '302 → 200', 响应来源: '搬家了' } },
    {
      title: '1.5 秒超时',
      app: 'fail · request:fail fail:time out · errno 5',
      row: { 名称: /^hang/, 状态: '超时 · errno 5', 响应来源: '永不响应', 瀑布图: /失败于/ },
    },
    {
      title: '连接被重置',
      app: 'ERR_CONNECTION_RESET · errno 600001',
      row: { 名称: /^reset/, 状态: '网络错误 · 600001', 响应来源: '连接被重置', 瀑布图: /失败于/ },
    },
    { title: '证书过期', app: 'ERR_CERT_DATE_INVALID · errno 600001', row: { 名称: /^certificate/, 状态: '网络错误 · 600001' } },
    {
      title: '没有加入合法域名',
      app: 'fail · request:fail url not in domain list · errno 600002',
      row: {
        名称: /^hello\.json/,
        状态: '域名被拦截 · 600002',
        响应来源: /^加入列表：https:\/\/cdn\.unlisted\.example/,
        大小: '–',
        瀑布图: /没有发出, 失败于/,
      },
    },
    {
      title: 'http:// 明文地址',
      app: 'fail · request:fail url not in domain list · errno 600002',
      row: { 名称: /^teas/, 状态: '域名被拦截 · 600002', 瀑布图: /没有发出/ },
    },
    { title: '相对地址 /v1/teas', app: '返回值是 undefined', row: { 名称: /^teas/, 状态: 'url 不合法 · 600009', 响应来源: '–' } },
    { title: 'PATCH 方法', app: 'fail · request:fail method is invalid', row: { 名称: /^longjing/, 状态: 'method 不支持' } },
    { title: '发出去就反悔', app: 'fail · request:fail abort', row: { 名称: /^slow/, 状态: '已中止', 瀑布图: /中止于/ } },
    { title: '两千行，约 170 kB', app: '收到 2000 行', row: { 名称: /^harvest/, 状态: '200', 大小: /^\d{3}\skB$/ } },
    {
      title: '上传不存在的文件',
      app: 'fail · uploadFile:fail',
      row: { 名称: /^上传avatar/, 类型: 'upload', 状态: '文件不存在', 瀑布图: /没有发出/ },
    },
    { title: '下载到不存在的目录', app: 'fail · downloadFile:fail', row: { 名称: /^下载lakeside/, 类型: 'download', 状态: /filePath/ } },
    { title: 'WebSocket 握手 403', app: 'onClose · 1006', row: { 名称: /^WebSocketclosed/, 类型: 'socket', 状态: /握手被拒绝/ } },
    { title: '第六个 WebSocket', app: '已打开 5 个', row: { 类型: 'socket', 状态: /连接数超限/ } },
  ]

  test('each trouble ends as its button says, and stands in the list as what it was', async ({ openDemo, panel, shop }) => {
    await openDemo()
    await shop.goTo('异常场景')
    for (const { title, app, row } of troubles) {
      await test.step(title, async () => {
        await expect(await shop.makeTrouble(title)).toContainText(app)
        await panel.expectRow(panel.rows.last(), { 类型: 'request', ...row })
      })
    }
  })

  test('twelve calls at once: ten run, two wait in line and say behind how many', async ({ openDemo, panel, shop, page }) => {
    await openDemo()
    await shop.goTo('异常场景')
    const received = await shop.makeTrouble('一口气 12 个')
    await expect(received).toContainText('已完成 12 / 12')
    await expect(received).toContainText('2 个排过队')
    await expect.poll(async () => (await panel.table('状态')).flat().slice(1)).toEqual(Array(12).fill('200'))

    await panel.open(panel.row('call=12'))
    await expect(panel.fact('排队')).toHaveText('前面有 1 个')
    await panel.openTab('耗时')
    const queue = panel.tab.getByRole('table', { name: '阶段' }).getByRole('row').filter({ hasText: '排队' })
    await expect(queue).toContainText('实测')

    const spans = await page.evaluate(() =>
      wxInspector
        .tasks()
        .filter((task) => task.url.includes('/slow'))
        .map(({ marks }) => ({ queued: marks.queued, started: marks.started ?? 0, ended: marks.ended ?? 0 })),
    )
    // A place in line is taken up when a call before it ends, and never were more than ten under way.
    for (const { started } of spans) {
      expect(spans.filter((other) => other.started <= started && other.ended > started).length).toBeLessThanOrEqual(10)
    }
    expect(spans.filter(({ queued }) => queued !== undefined)).toHaveLength(2)
  })
})

test.describe('the details of a call', () => {
  test('tell what was sent, what came back, its cookies and the clauses of the domain check', async ({ openDemo, panel, shop }) => {
    await openDemo()
    await shop.goTo('我的')
    await shop.page('我的').getByRole('button', { name: '登录', exact: true }).click()
    await shop.page('登录').getByRole('button', { name: '登录', exact: true }).click()
    await expect(shop.page('我的').getByText('1,280')).toBeVisible()

    await panel.open(panel.row('session'), '标头')
    expect(await panel.pairs('请求头（实际发出）')).toMatchObject({
      'content-type': 'application/json',
      Referer: 'https://servicewechat.com/wx5a7ea0fc0ffee123/0/page-frame.html',
    })
    const response = await panel.pairs('响应头')
    expect(response['Content-Type']).toMatch(/^application\/json/)
    expect(response['Set-Cookie']).toContain('member=leaf; Path=/; Max-Age=2592000; Secure,seen=1')

    await panel.openTab('载荷')
    await expect(panel.tab).toContainText('实际发送')
    await expect(panel.tab.getByRole('tree', { name: 'data' })).toContainText('13800000000')

    await panel.openTab('响应')
    await expect(panel.tab.getByRole('tree')).toContainText('"leaf"')

    await panel.openTab('Cookie')
    const cookies = panel.tab.getByRole('table', { name: '响应设置的 Cookie' })
    await expect(cookies.getByRole('row').nth(1)).toContainText(/^sidhs-3f9c51d07be2Path=\/HttpOnlySecureSameSite=Lax会话/)
    await expect(cookies.getByRole('row').nth(2)).toContainText(/^memberleafPath=\/Max-Age=2592000Secure/)
    await expect(cookies.getByRole('row').nth(3)).toContainText('Expires=Wed, 01 Dec 2027 08:00:00 GMT')
    await expect(cookies.getByRole('row').nth(3)).toContainText('seen=1; Path=/; Expires=Wed, 01 Dec 2027 08:00:00 GMT')

    await panel.openTab('域名校验')
    await expect(panel.tab).toContainText('通过：在 request 合法域名列表中')
    await expect(panel.tab.getByRole('row').filter({ hasText: 'DOM-3' })).toContainText('通过')

    // The next call carries the cookies back by hand, since a mini-program has no jar.
    await panel.open(panel.row('/v1/').filter({ hasText: '我的 · 已登录' }), 'Cookie')
    expect(await panel.pairs('请求带上的 Cookie')).toEqual({ sid: 'hs-3f9c51d07be2', member: 'leaf', seen: '1' })
  })

  test('list the events in their order, with the time since the call and since the step before', async ({ openDemo, panel, page }) => {
    await openDemo()
    await callWx(page, { url: `${API}/v1/teas/gaiwan` })
    await panel.open(panel.row('gaiwan'), '事件')
    const list = panel.tab.getByRole('list', { name: '事件列表' })
    const names = ['创建', '域名校验', '开始', '路由', '收到响应头', '收到分块', '成功', 'success()']
    await expect(list.getByRole('listitem')).toHaveCount(names.length)
    for (const [index, name] of names.entries()) await expect(list.getByRole('listitem').nth(index)).toContainText(name)

    const events = await page.evaluate(() => wxInspector.events(wxInspector.tasks().at(-1)?.taskId))
    expect(events.map(({ type }) => type)).toEqual([
      'created',
      'checked',
      'started',
      'routed',
      'headers-received',
      'chunk-received',
      'succeeded',
      'delivered',
    ])
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index))
    const titles = await list
      .getByRole('listitem')
      .evaluateAll((items) => items.map((item) => [...item.querySelectorAll('[title]')].map((each) => each.getAttribute('title'))))
    const exact = (ms: number) => `${Math.round(ms * 1000) / 1000}\u202fms`
    const created = events[0]?.at ?? 0
    expect(titles).toEqual(
      events.map(({ at }, index) => (index === 0 ? [exact(0)] : [exact(at - created), exact(at - (events[index - 1]?.at ?? 0))])),
    )

    await list.getByRole('button', { name: /收到响应头/ }).click()
    await expect(list).toContainText('"statusCode": 200')
  })
})

test.describe('res.profile', () => {
  /** Marks of the events, in ms on the session clock, and the field of the profile that tells the same moment as epoch ms. */
  const marks = [
    'fetchStart',
    'domainLookUpStart',
    'domainLookUpEnd',
    'connectStart',
    'SSLconnectionStart',
    'SSLconnectionEnd',
    'connectEnd',
    'requestStart',
    'requestEnd',
    'responseStart',
    'responseEnd',
  ] as const satisfies readonly (keyof RequestProfile)[]

  test('agrees with the events and with the bars, on a new connection and on one that is used again', async ({
    openPanel,
    panel,
    page,
  }) => {
    await openPanel()
    // iOS measures every field; Android's high-performance mode fills ten of them (PROF-7).
    await page.evaluate(() =>
      wxInspector.configure({ platform: 'ios', domains: { request: ['https://fresh.example.com'] }, conditions: { preset: '3g' } }),
    )
    await page.evaluate(() =>
      wxInspector.setRules([
        {
          id: 'fresh',
          name: '新连接',
          enabled: true,
          when: { url: 'https://fresh.example.com/*' },
          respond: { kind: 'response', body: { text: 'tea '.repeat(4000) }, delay: 40 },
        },
      ]),
    )
    const profiles: RequestProfile[] = []
    for (const path of ['first', 'second']) {
      const received = await callWx(page, { url: `https://fresh.example.com/${path}`, method: 'POST', data: 'x'.repeat(3000) })
      if (received.via === 'fail' || !received.result.profile) throw new Error(`no profile: ${JSON.stringify(received.result)}`)
      profiles.push(received.result.profile)
    }
    const [first, second] = profiles as [RequestProfile, RequestProfile]
    expect(first).toMatchObject({ socketReused: false, receivedBytedCount: 16_000, sendBytesCount: 3000 })
    expect(first.domainLookUpEnd).toBeGreaterThan(first.domainLookUpStart)
    expect(first.connectEnd).toBeGreaterThan(first.connectStart)
    expect(first.SSLconnectionEnd).toBeGreaterThan(first.SSLconnectionStart)
    expect(second.socketReused).toBe(true)
    for (const field of ['domainLookUpStart', 'domainLookUpEnd', 'connectStart', 'connectEnd'] as const)
      expect(second[field], field).toBe(second.fetchStart)

    for (const [index, profile] of profiles.entries()) {
      const { startedAt, timing, created, started, ended } = await page.evaluate((place) => {
        const task = wxInspector.tasks().at(place - 2)
        if (!task) throw new Error('no task')
        return { startedAt: wxInspector.startedAt, timing: task.timing, ...task.marks }
      }, index)
      const epoch = (at: number | undefined) => Math.round(startedAt + (at ?? 0))
      expect(profile.invokeStart).toBe(epoch(created))
      expect(profile.queueEnd).toBe(epoch(started))
      for (const mark of marks) {
        const at = timing.marks[mark]
        if (at !== undefined) expect(profile[mark], mark).toBe(epoch(at))
      }
      const stamps = marks.map((mark) => profile[mark])
      if (index === 0) expect(stamps).toEqual([...stamps].sort((a, b) => a - b))
      expect(profile.responseEnd).toBeLessThanOrEqual(epoch(ended))

      await panel.open(panel.row(index === 0 ? 'first' : 'second'), '耗时')
      const fields = panel.tab.getByRole('table', { name: 'res.profile 的全部字段' })
      for (const [name, value] of Object.entries(profile)) {
        const row = fields.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
        const text = value === '' ? "''" : String(value)
        await expect(row.getByRole('cell').first(), name).toHaveText(new RegExp(`^${text.replace(/\./g, '\\.')}(?:\\s?(?:ms|kbps|B))?$`))
      }
      await expect(
        fields.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'domainLookUpEnd', exact: true }) }),
      ).toContainText('模拟')

      // Bars: their exact lengths are the differences of the marks that the events carry.
      const bars = panel.tab.getByRole('table', { name: '阶段' })
      for (const mark of ['响应头', '结束', 'success()'])
        await expect(bars.getByRole('rowheader', { name: mark, exact: true })).toBeVisible()
      const lengths = {
        DNS: ['domainLookUpStart', 'domainLookUpEnd'],
        TLS: ['SSLconnectionStart', 'SSLconnectionEnd'],
        等待: ['requestEnd', 'responseStart'],
      } as const
      for (const [phase, [from, to]] of Object.entries(lengths)) {
        const bar = bars.getByRole('row').filter({ has: page.getByRole('rowheader', { name: phase, exact: true }) })
        const length = (timing.marks[to] ?? 0) - (timing.marks[from] ?? 0)
        if (length === 0) await expect(bar).toHaveCount(0)
        else {
          await expect(
            bar
              .getByRole('cell')
              .nth(1)
              .getByTitle(`${Math.round(length * 1000) / 1000}\u202fms`),
          ).toBeVisible()
          expect(Math.abs(profile[to] - profile[from] - length), phase).toBeLessThanOrEqual(1)
        }
      }
    }
  })

  test('is what Android gives in high-performance mode, and the panel says which values mean nothing', async ({
    openPanel,
    panel,
    page,
  }) => {
    await openPanel()
    const received = await callWx(page, { url: `${API}/v1/teas/gaiwan` })
    expect(received.via === 'success' && received.result.profile).toMatchObject({
      rtt: 0,
      peerIP: '',
      port: 0,
      usingHighPerformanceMode: true,
    })
    await panel.open(panel.row('gaiwan'), '耗时')
    const peer = panel.tab.getByRole('table', { name: 'res.profile 的全部字段' }).getByRole('row').filter({ hasText: 'peerIP' })
    await expect(peer).toContainText('占位值')
  })
})
