import { dictionary } from './dictionary.ts'

/** Words of the domain check of a task. */
export const domainCheckWords = dictionary({
  zh: {
    listMeans: {
      request: 'wx.request 合法域名',
      socket: 'wx.connectSocket 合法域名',
      uploadFile: 'wx.uploadFile 合法域名',
      downloadFile: 'wx.downloadFile 合法域名',
    },
    clause: {
      switch: { name: '校验开关', rule: '“不校验合法域名”打开时跳过全部校验；正式版永远校验。', id: 'DOM-10' },
      'local-network': { name: '局域网', rule: '同一局域网内的 IP 不需要加入列表，也可以用 http。', id: 'DOM-6' },
      scheme: { name: '协议', rule: '只能用 https 和 wss。', id: 'DOM-14' },
      listable: { name: '是否可配置', rule: 'IP 地址、localhost 和 api.weixin.qq.com 不能加入合法域名。', id: 'DOM-7 · DOM-8' },
      host: { name: '域名', rule: '域名必须完全一致；父域名不覆盖子域名，也没有通配符。', id: 'DOM-3' },
      port: {
        name: '端口',
        rule: 'https 的端口必须与列表中的一致；列表没写端口，url 里就不能写端口，443 也不行。wss 不看端口。',
        id: 'DOM-4 · DOM-5',
      },
    },
    verdict: { passes: '通过', fails: '不通过', exempts: '免检', 'not-reached': '跳过' },
    notLocal: '不是局域网地址',
    saw: {
      nothing: '列表里没有相近的域名',
      nearest: (entry: string) => `最接近的是 ${entry}`,
      otherPort: (entry: string) => `列表里写的是 ${entry}`,
    },
    checkVerdict: {
      allowed: (list: string) => `通过：在 ${list} 合法域名列表中`,
      exempt: '通过：局域网地址免检',
      'switched-off': '通过：没有校验合法域名',
      refused: '拒绝：请求没有发出',
      reported: '真机上会被拒绝：这里只报告，请求照常发出',
    },
    redirect: '重定向的目标',
    position: {
      label: '校验合法域名',
      name: { off: '关', report: '只报告', enforce: '拒绝' },
      means: {
        off: '不校验合法域名，所有请求都通过，对应 project.config.json 的 setting.urlCheck: false。上线后一定会校验。',
        report: '所有请求照常发出，但报告真机会拒绝哪些、为什么。',
        enforce: '和真机一样：不在列表里的域名，请求不会发出。',
      },
    },
    toConfigure: {
      title: '需要在管理后台配置的域名',
      means: '到目前为止的请求用到、但列表里还没有的域名。',
      copy: (list: string) => `复制 ${list} 的域名`,
      list: (list: string) => `需要配置的 ${list} 合法域名`,
      unlistable: '不能加入合法域名的地址',
    },
    noCheck: '没有域名校验',
    noCheckEarly: '请求在校验域名之前就失败了：先检查参数、url 和 method，再检查域名（DOM-17）。',
    noCheckPage: '这是页面自己的 fetch 或 XHR，微信的合法域名列表管不到它。',
    noCheckRelative: '相对路径没有域名可以校验：手机上会直接失败（URL-3）。',
    noCheckYet: '还没有轮到域名校验。',
    column: { clause: '校验项', verdict: '结果', saw: '实际值', rule: '规则' },
    order: '按顺序逐项检查，第一个不通过的决定结果。',
  },
  en: {
    listMeans: {
      request: 'Domains for wx.request',
      socket: 'Domains for wx.connectSocket',
      uploadFile: 'Domains for wx.uploadFile',
      downloadFile: 'Domains for wx.downloadFile',
    },
    clause: {
      switch: {
        name: 'Check enabled',
        rule: 'With the domain check switched off nothing else is asked; a release is always checked.',
        id: 'DOM-10',
      },
      'local-network': { name: 'Local network', rule: 'An IP address of the same LAN needs no entry and may use http.', id: 'DOM-6' },
      scheme: { name: 'Scheme', rule: 'https and wss only.', id: 'DOM-14' },
      listable: {
        name: 'Listable',
        rule: 'No IP address, no localhost and no api.weixin.qq.com can be on a list.',
        id: 'DOM-7 · DOM-8',
      },
      host: {
        name: 'Host',
        rule: 'Exactly this host; a parent domain does not cover its sub-domains, and there are no wildcards.',
        id: 'DOM-3',
      },
      port: {
        name: 'Port',
        rule: 'https: exactly the port of the entry; with none there, none in the url, not even 443. wss: any port.',
        id: 'DOM-4 · DOM-5',
      },
    },
    verdict: { passes: 'passes', fails: 'fails', exempts: 'exempt', 'not-reached': 'skipped' },
    notLocal: 'not a LAN address',
    saw: {
      nothing: 'no similar entry',
      nearest: (entry: string) => `the nearest is ${entry}`,
      otherPort: (entry: string) => `the entry is ${entry}`,
    },
    checkVerdict: {
      allowed: (list: string) => `Allowed: it is in the ${list} list`,
      exempt: 'Allowed: an address of the local network is exempt',
      'switched-off': 'Allowed: the domain check was off',
      refused: 'Refused: nothing was sent',
      reported: 'Would be refused on a phone; only reported here',
    },
    redirect: 'Target of a redirect',
    position: {
      label: 'Domain check',
      name: { off: 'Off', report: 'Report', enforce: 'Enforce' },
      means: {
        off: 'Domains are not checked and every request passes: setting.urlCheck is false in project.config.json. A released app is always checked.',
        report: 'Every request passes; those that a phone would refuse are reported, with the reason.',
        enforce: 'As on a phone: a request to a domain that is not listed is not sent.',
      },
    },
    toConfigure: {
      title: 'Domains to configure in the admin page',
      means: 'Used by requests so far, and not in a list yet.',
      copy: (list: string) => `Copy the ${list} domains`,
      list: (list: string) => `Domains to configure for ${list}`,
      unlistable: 'Addresses that no list can hold',
    },
    noCheck: 'No domain check',
    noCheckEarly: 'The request failed earlier: parameters, url and method are checked first, the domain after them (DOM-17).',
    noCheckPage: 'This is a fetch or XHR of the page itself; the domain lists of WeChat do not apply to it.',
    noCheckRelative: 'A relative URL has no domain to check: on a phone the request fails at once (URL-3).',
    noCheckYet: 'The domain has not been checked yet.',
    column: { clause: 'Clause', verdict: 'Verdict', saw: 'Value checked', rule: 'Rule' },
    order: 'Checked in this order; the first that fails decides.',
  },
})
