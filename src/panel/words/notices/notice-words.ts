import { dictionary } from '../dictionary.ts'

/** What the source, or the panel's own storage, has to tell; by the code of the notice. */
export const noticeWords = dictionary({
  zh: {
    'command-refused': '没有执行这个操作：',
    'command-not-answered': '没有收到回应，这个操作可能没有执行：',
    'storage-blocked': '浏览器不允许使用本地存储，设置和 Mock 只在关闭页面之前有效。',
    'storage-full': '本地存储已满，新的设置和 Mock 没有存下来，刷新后会丢失。',
    'files-not-kept': '浏览器不让这个页面用 IndexedDB：小程序写的文件只在内存里，刷新后会丢失。',
    'files-full': '浏览器给这个网站的存储空间已用完：有文件用 Sync 接口写入时没有存下来，刷新后会丢失。',
    'files-not-answering':
      '浏览器的文件存储没有回应，可能正被另一个标签页占用：它回应之前，读写文件的调用会以 Input/output error 失败。关掉这个网站的其他标签页再试。',
    'saved-settings-invalid': '保存的设置有一部分无法识别，已改用默认值。',
    'no-service-worker': '这里不能用 Service Worker：wx.request 不受影响，但页面自己的 fetch 和 XHR 不会被模拟和记录。',
    'session-left-out': (count: string) =>
      `刷新之前的请求里有 ${count} 个没有保留下来：一个标签页最多保留 64 MiB，超过时先丢掉最早结束的。`,
    'session-cut-off': '上一个页面没有正常关闭，可能是崩溃或被强行结束：它最后一秒的记录可能缺失。',
    'session-refused': (count: string) => `保留的记录里有 ${count} 个请求不完整或无法识别，没有显示：`,
    'session-not-kept': '浏览器不让这个页面保存记录，刷新后会丢失。',
    'session-full': '浏览器给这个网站的存储空间已用完：新的记录不再保留，刷新后会丢失。',
    'session-not-answering':
      '浏览器的存储没有回应，可能正被另一个标签页占用：记录不再保留，刷新后会丢失。关掉这个网站的其他标签页，再刷新试试。',
    'tasks-dropped': '请求数或占用的内存达到上限，最早结束的请求已经移除。',
    'bodies-released': '记录占用的内存达到上限，最早的内容已清理，仅保留大小。',
    'pinned-lost': '没有其他可清理的记录，已标记的请求也有内容被清理。',
    'other-service-worker':
      '这个页面已有另一个 Service Worker，请求面板没有取代它：wx.request 不受影响，但页面自己的 fetch 和 XHR 不会被模拟和记录。如果它是 MSW，请去掉 worker.start()，把 handlers 交给 createInspector({ handlers })。',
    'wx-replaced':
      '页面替换了这些方法，不再经过请求面板的调用不会被记录。请让请求面板在它之后加载，或者在控制台执行 wxInspector.uninstall() 和 wxInspector.install()。',
    'page-fetch-replaced':
      '页面替换了浏览器的这些函数，由替换后的函数自行响应的请求不会被记录。请暂时去掉那个替换，或者用 Mock 规则来响应。',
    'page-calls-not-seen':
      '页面自己的 fetch 和 XHR 中有请求没有被记录（数量见右侧）。要记录它们，请把 wx-sw.js 和 mockServiceWorker.js 放到网站根目录；uni-app 和 Taro 请使用 Vite 插件。',
    'page-calls-left-alone':
      '页面自己的 fetch 和 XHR 中有请求没有被记录（数量见右侧），因为请求面板的 Service Worker 已关闭。要记录它们，请去掉 serviceWorker: false 或 data-service-worker="off"，或者改用 wx.request。',
    'page-calls-too-early':
      '页面自己的 fetch 和 XHR 有请求在 Service Worker 启动之前发出，没有被记录（数量见右）。要记录它们，请等 wxInspector.ready 之后再请求，或者改用 wx.request。',
    'network-layer-failed': '网络层启动失败，Mock 规则暂时无法响应。',
  },
  en: {
    'command-refused': 'This was not done:',
    'command-not-answered': 'No reply, so this may not have been done:',
    'storage-blocked': 'The browser does not allow local storage: settings and mocks last until this page is closed.',
    'storage-full': 'Local storage is full: new settings and mocks were not saved and are lost on reload.',
    'files-not-kept': 'The browser gives this page no IndexedDB: files of the mini-program live in memory only and are lost on reload.',
    'files-full': 'The browser has no room left for this site: a file written by a Sync call was not saved and is lost on reload.',
    'files-not-answering':
      'The browser’s storage for files does not answer; another tab may be holding it. Until it does, calls for files fail with Input/output error. Closing other tabs of this site may help.',
    'saved-settings-invalid': 'Part of the saved settings could not be read; defaults took its place.',
    'no-service-worker':
      'There is no service worker here: wx.request still works, but fetch and XHR of the page itself are neither mocked nor recorded.',
    'session-left-out': (count: string) =>
      `${count} requests from before the reload were not kept: a tab keeps up to 64 MiB, and those that ended first go first.`,
    'session-cut-off': 'The page before ended without notice, perhaps by a crash: what it recorded in its last second may be missing.',
    'session-refused': (count: string) => `${count} requests of the kept log are incomplete or unknown, and are not shown:`,
    'session-not-kept': 'The browser does not let this page store the log: a reload will lose it.',
    'session-full': 'The browser has no more room for this site: the log is no longer kept, and a reload will lose it.',
    'session-not-answering':
      'The storage of the browser does not answer; another tab may be holding it. The log is no longer kept, and a reload will lose it. Close other tabs of this site and reload.',
    'tasks-dropped': 'The limit of requests or of memory was reached; the requests that ended first were removed.',
    'bodies-released': 'The limit of memory was reached; the oldest bodies and long texts were released, their sizes are kept.',
    'pinned-lost': 'Nothing else was left to release: pinned requests lost content too.',
    'other-service-worker':
      'This page has another service worker, and the inspector did not replace it: wx.request still works, but fetch and XHR of the page itself are neither mocked nor recorded. If it is MSW, take worker.start() out and give its handlers to createInspector({ handlers }).',
    'wx-replaced':
      'The page replaced these: calls that do not go on to the inspector are not recorded. Load the inspector after it, or run wxInspector.uninstall() and wxInspector.install() in the console.',
    'page-fetch-replaced':
      'The page has replaced these functions of the browser: requests to which the replacement responds by itself are not recorded. Remove it for now, or use mock rules.',
    'page-calls-not-seen':
      'The page made fetch or XHR calls that were not recorded, this many. To record them, serve wx-sw.js and mockServiceWorker.js at the root of the site; for uni-app and Taro use the Vite plugin.',
    'page-calls-left-alone':
      'The page made fetch or XHR calls that were not recorded, this many, because the service worker of the inspector is off. To record them, remove serviceWorker: false or data-service-worker="off", or call wx.request.',
    'page-calls-too-early':
      'The page made fetch or XHR calls before the service worker was active; they were not recorded, this many. To record them, make them after wxInspector.ready, or call wx.request.',
    'network-layer-failed': 'The network layer did not start; mock rules cannot respond for now.',
  },
})
