import { callWx } from './drive/call-wx.ts'
import { expect, test } from './drive/test.ts'

test('everything that the demo asks the network for comes from its own address', async ({
  openDemo,
  panel,
  shop,
  page,
  context,
  baseURL,
}) => {
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  await openDemo()
  await page.evaluate(() => wxInspector.ready)
  await shop.phone.getByRole('button', { name: /看看明前龙井/ }).click()
  await expect(shop.page('茶品').getByRole('img', { name: /梅家坞的风景/ })).toBeVisible()
  await shop.page('茶品').getByRole('button', { name: '返回' }).click()
  await shop.goTo('异常场景')
  for (const title of ['404 没有这款茶', '302 搬家', '没有加入合法域名', '证书过期']) await shop.makeTrouble(title)
  await panel.chooseView('合法域名')
  await panel.chooseView('请求')
  for (const tab of ['标头', '载荷', '响应', 'Cookie', '耗时', '事件', '域名校验']) await panel.open(panel.rows.first(), tab)
  await page.getByRole('button', { name: '切换到英文 EN' }).click()
  await expect(page.getByRole('grid', { name: 'Requests' })).toBeVisible()

  const foreign = asked.filter((url) => !url.startsWith(`${baseURL}/`) && !/^(?:data|blob):/.test(url))
  expect(foreign).toEqual([])
  expect(asked.length).toBeGreaterThan(3)
})

test('with the network unplugged after it has loaded, the shop and the panel go on', async ({ openDemo, panel, shop, page, context }) => {
  await openDemo()
  await page.evaluate(() => wxInspector.ready)
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)

  await shop.phone.getByRole('button', { name: /看看明前龙井/ }).click()
  await expect(shop.page('茶品').getByRole('img', { name: /梅家坞的风景/ })).toBeVisible()
  await shop.page('茶品').getByRole('button', { name: '返回' }).click()
  await shop.goTo('我的')
  await shop.page('我的').getByRole('button', { name: '登录', exact: true }).click()
  await shop.page('登录').getByRole('button', { name: '登录', exact: true }).click()
  await expect(shop.page('我的').getByText('1,280')).toBeVisible()
  for (const tab of ['标头', '载荷', '响应', 'Cookie', '耗时', '事件', '域名校验']) await panel.open(panel.row('session'), tab)
  await panel.chooseView('合法域名')
  await expect(panel.frame.getByRole('list', { name: 'wx.request 合法域名' }).getByRole('listitem')).toHaveCount(2)

  // A call that no rule takes is the one thing that needs a network, and the panel says what is wrong.
  await panel.chooseView('请求')
  await page.evaluate(() => wxInspector.configure({ urlCheck: false }))
  expect((await callWx(page, { url: 'https://elsewhere.test/data' })).via).toBe('fail')
  await panel.open(panel.row('elsewhere.test'))
  await expect(panel.details).toContainText('这台电脑没有联网。用 Mock 规则响应的请求不受影响。')
})
