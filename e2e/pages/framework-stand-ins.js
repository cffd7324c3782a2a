// What uni-app and Taro do with a call in a browser, as far as an app can tell: the same primitives in the same order, the same results.
// The frameworks themselves are driven by `npm run hosts`.

const TIMEOUT = 60_000

function makeUni() {
  const scoped = {}
  const all = {}
  const scopeOf = (method) => {
    scoped[method] ??= {}
    return scoped[method]
  }
  const add = (hooks, interceptor) => {
    for (const [name, hook] of Object.entries(interceptor)) hooks[name] = [...(hooks[name] ?? []), hook]
  }
  const remove = (hooks, interceptor) => {
    for (const [name, hook] of Object.entries(interceptor)) hooks[name] = (hooks[name] ?? []).filter((other) => other !== hook)
  }
  const hooksOf = (api, name) => [...(all[name] ?? []), ...(scoped[api]?.[name] ?? [])]

  function queue(hooks, data) {
    let promise
    for (const hook of hooks) {
      const result = hook(data)
      if (result instanceof Promise) promise = result
      // biome-ignore lint/suspicious/noThenProperty: that is what uni gives.
      if (result === false) return { then() {}, catch() {} }
    }
    // biome-ignore lint/suspicious/noThenProperty: it calls back at once, as no promise would.
    return promise ?? { then: (next) => next(data), catch() {} }
  }
  function invoke(api, implementation, options) {
    const run = (ready) => {
      for (const name of ['success', 'fail', 'complete']) {
        const hooks = hooksOf(api, name)
        const own = ready[name]
        if (hooks.length > 0) ready[name] = (result) => void queue(hooks, result).then((other) => own?.(other))
      }
      const end = (result) => {
        const call = (name) => {
          try {
            ready[name]?.(result)
          } catch (error) {
            console.error(error)
          }
        }
        call(result.errMsg === `${api}:ok` ? 'success' : 'fail')
        call('complete')
      }
      return implementation(ready, {
        resolve: (result) => end({ ...result, errMsg: `${api}:ok` }),
        reject: (text) => end({ errMsg: text ? `${api}:fail ${text}` : `${api}:fail` }),
      })
    }
    const hooks = hooksOf(api, 'invoke')
    return hooks.length > 0 ? queue(hooks, options).then(run) : run(options)
  }
  function promisify(api, implementation) {
    return (options = {}) => {
      const hasCallbacks = ['success', 'fail', 'complete'].some((name) => typeof options[name] === 'function')
      let returned = hasCallbacks
        ? invoke(api, implementation, { ...options })
        : new Promise((success, fail) => invoke(api, implementation, { ...options, success, fail }))
      for (const hook of hooksOf(api, 'returnValue')) returned = hook(returned) ?? returned
      return returned
    }
  }
  const headersOf = (xhr) =>
    Object.fromEntries(
      xhr
        .getAllResponseHeaders()
        .split('\r\n')
        .filter(Boolean)
        .map((line) => line.split(': ')),
    )
  const listen = (xhr, task, { reject, timeout = TIMEOUT }, loaded) => {
    const timer = setTimeout(() => {
      xhr.onload = xhr.onabort = xhr.onerror = null
      task.abort()
      reject('timeout')
    }, timeout)
    const then = (run) => () => {
      clearTimeout(timer)
      run()
    }
    xhr.onload = then(loaded)
    xhr.onabort = then(() => reject('abort'))
    xhr.onerror = then(() => reject(''))
  }

  const request = promisify(
    'request',
    (
      { url, data, header = {}, method = 'GET', dataType = 'json', responseType = 'text', timeout, withCredentials },
      { resolve, reject },
    ) => {
      const upper = method.toUpperCase()
      let address = String(url)
      if (upper === 'GET' && data) address += (address.includes('?') ? '&' : '?') + new URLSearchParams(data)
      const type = Object.entries(header).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
      const headers = type || upper === 'GET' ? header : { ...header, 'Content-Type': 'application/json' }
      const body =
        upper === 'GET' || data === undefined
          ? null
          : typeof data === 'string' || data instanceof ArrayBuffer
            ? data
            : type?.includes('urlencoded')
              ? String(new URLSearchParams(data))
              : JSON.stringify(data)
      const xhr = new XMLHttpRequest()
      const task = { abort: () => xhr.abort(), onHeadersReceived() {}, onChunkReceived() {} }
      xhr.open(upper, address)
      for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
      xhr.responseType = responseType
      listen(xhr, task, { reject, timeout }, () => {
        let result = xhr.response
        if (responseType === 'text' && dataType === 'json') {
          try {
            result = JSON.parse(result)
          } catch {}
        }
        resolve({ data: result, statusCode: xhr.status, header: headersOf(xhr), cookies: [] })
      })
      xhr.withCredentials = withCredentials ?? false
      xhr.send(body)
      return task
    },
  )

  const fileOf = (url) =>
    new Promise((resolve, reject) => {
      const xhr = new XMLHttpRequest()
      xhr.open('GET', url)
      xhr.responseType = 'blob'
      xhr.onload = () => resolve(xhr.response)
      xhr.onerror = reject
      xhr.send()
    })
  const uploadFile = promisify(
    'uploadFile',
    ({ url, file, filePath, files, name, header = {}, formData = {}, timeout }, { resolve, reject }) => {
      // Of a `file` it says that it failed, and sends it nevertheless.
      if (!files && !filePath) reject('file error')
      const wanted = files ?? [{ name, file, uri: filePath }]
      let xhr
      const task = { abort: () => xhr?.abort(), onProgressUpdate() {}, offProgressUpdate() {}, onHeadersReceived() {} }
      Promise.all(wanted.map((one) => one.file ?? fileOf(one.uri)))
        .then((found) => {
          xhr = new XMLHttpRequest()
          const form = new FormData()
          for (const [key, value] of Object.entries(formData)) form.append(key, value)
          for (const [nth, one] of wanted.entries()) form.append(one.name ?? 'file', found[nth], found[nth].name ?? `file-${Date.now()}`)
          xhr.open('POST', url)
          for (const [key, value] of Object.entries(header)) xhr.setRequestHeader(key, value)
          xhr.upload.onprogress = () => {}
          listen(xhr, task, { reject, timeout }, () => resolve({ statusCode: xhr.status, data: xhr.responseText, header: headersOf(xhr) }))
          xhr.send(form)
        })
        .catch(() => setTimeout(() => reject('file error')))
      return task
    },
  )

  const downloadFile = promisify('downloadFile', ({ url, header = {}, timeout }, { resolve, reject }) => {
    const xhr = new XMLHttpRequest()
    const task = { abort: () => xhr.abort(), onProgressUpdate() {}, offProgressUpdate() {}, onHeadersReceived() {} }
    xhr.open('GET', url)
    for (const [key, value] of Object.entries(header)) xhr.setRequestHeader(key, value)
    xhr.responseType = 'blob'
    listen(xhr, task, { reject, timeout }, () => resolve({ statusCode: xhr.status, tempFilePath: URL.createObjectURL(xhr.response) }))
    xhr.send()
    return task
  })

  const connectSocket = promisify('connectSocket', ({ url, protocols }, { resolve, reject }) => {
    try {
      const socket = new WebSocket(url, protocols ?? [])
      socket.binaryType = 'arraybuffer'
      const listeners = { open: [], message: [], error: [], close: [] }
      for (const name of Object.keys(listeners)) {
        socket.addEventListener(name, ({ code, data, reason }) => {
          const result = name === 'message' ? { data } : name === 'close' ? { code, reason } : {}
          for (const listener of listeners[name]) listener(result)
        })
      }
      resolve({})
      return {
        send({ data, success, fail }) {
          try {
            if (socket.readyState !== WebSocket.OPEN) throw new Error('SocketTask.readyState is not OPEN')
            socket.send(data)
            success?.({ errMsg: 'sendSocketMessage:ok' })
          } catch (error) {
            fail?.({ errMsg: `sendSocketMessage:fail ${error}` })
          }
        },
        close({ code = 1000, reason, success } = {}) {
          socket.close(code, reason)
          success?.({ errMsg: 'closeSocket:ok' })
        },
        onOpen: (listener) => listeners.open.push(listener),
        onMessage: (listener) => listeners.message.push(listener),
        onError: (listener) => listeners.error.push(listener),
        onClose: (listener) => listeners.close.push(listener),
        get readyState() {
          return socket.readyState
        },
      }
    } catch (error) {
      reject(String(error))
    }
  })

  return {
    request,
    uploadFile,
    downloadFile,
    connectSocket,
    upx2px: (number) => number,
    addInterceptor: (method, interceptor) => (typeof method === 'string' ? add(scopeOf(method), interceptor) : add(all, method)),
    removeInterceptor: (method, interceptor) => (typeof method === 'string' ? remove(scopeOf(method), interceptor) : remove(all, method)),
  }
}

function makeTaro() {
  let interceptors = []

  function ask({
    url = '',
    data,
    header = {},
    method = 'GET',
    dataType,
    responseType,
    timeout = TIMEOUT,
    credentials,
    success,
    fail,
    complete,
  }) {
    const upper = method.toUpperCase()
    const result = {}
    const init = { method, headers: header, credentials }
    let address = url
    if (upper === 'GET' || upper === 'HEAD') {
      const query = new URLSearchParams(data).toString()
      if (query) address += (address.includes('?') ? '&' : '?') + query
    } else if (data && Object.getPrototypeOf(data) === Object.prototype) {
      const key = Object.keys(header).find((name) => name.toLowerCase() === 'content-type') ?? 'Content-Type'
      header[key] ??= 'application/json'
      init.body = header[key].includes('json') ? JSON.stringify(data) : String(new URLSearchParams(data))
    } else init.body = data
    let controller = new AbortController()
    init.signal = controller.signal
    const timer = setTimeout(() => controller?.abort(), timeout)
    const settle = () => {
      clearTimeout(timer)
      controller = null
    }
    const asked = fetch(address, init)
      .then((response) => {
        settle()
        result.statusCode = response.status
        result.header = Object.fromEntries(response.headers)
        if (responseType === 'arraybuffer') return response.arrayBuffer()
        if (response.status !== 204 && (dataType === 'json' || dataType === undefined)) return response.json().catch(() => null)
        return responseType === 'text' || dataType === 'text' ? response.text() : null
      })
      .then((body) => {
        result.data = body
        success?.(result)
        complete?.(result)
        return result
      })
      .catch((error) => {
        settle()
        fail?.(error)
        complete?.(result)
        error.statusCode = result.statusCode
        error.errMsg = error.message
        return Promise.reject(error)
      })
    asked.abort = () => controller?.abort()
    return asked
  }
  function proceed(chain, index, requestParams) {
    if (index === chain.length) return ask(requestParams)
    const asked = chain[index]({ requestParams, proceed: (next = {}) => proceed(chain, index + 1, next) })
    const copy = asked.catch((error) => Promise.reject(error))
    if (asked.abort) copy.abort = asked.abort
    return copy
  }

  function transfer(api, xhr, { url, header, timeout = TIMEOUT, withCredentials = true, success, fail, complete }, resultOf, begin) {
    let task
    const result = new Promise((resolve, reject) => {
      const end = (tell, settle) => (value) => {
        tell?.(value)
        complete?.(value)
        settle(value)
      }
      const [ended, failed] = [end(success, resolve), end(fail, reject)]
      xhr.open(api === 'uploadFile' ? 'POST' : 'GET', url)
      xhr.withCredentials = withCredentials
      for (const [name, value] of Object.entries(header ?? {})) xhr.setRequestHeader(name, value)
      let timer
      const then = (run) => () => {
        clearTimeout(timer)
        run()
      }
      xhr.onload = then(() => ended({ errMsg: `${api}:ok`, statusCode: xhr.status, ...resultOf() }))
      xhr.onabort = then(() => failed({ errMsg: `${api}:fail abort` }))
      xhr.onerror = then(() => failed({ errMsg: `${api}:fail undefined` }))
      begin((body) => {
        xhr.send(body)
        timer = setTimeout(() => {
          xhr.onload = xhr.onabort = xhr.onerror = null
          xhr.abort()
          failed({ errMsg: `${api}:fail timeout` })
        }, timeout)
      })
      task = { abort: () => xhr.abort(), onProgressUpdate() {}, offProgressUpdate() {}, onHeadersReceived() {} }
    })
    return Object.defineProperties(
      Object.assign(result, { headersReceive() {}, progress() {} }),
      Object.fromEntries(Object.keys(task).map((name) => [name, { get: () => task[name] }])),
    )
  }

  return {
    ENV_TYPE: { WEB: 'WEB' },
    request(options = {}) {
      return proceed(interceptors, 0, { ...options })
    },
    addInterceptor: (interceptor) => {
      interceptors = [...interceptors, interceptor]
    },
    cleanInterceptors: () => {
      interceptors = []
    },
    uploadFile(options) {
      const xhr = new XMLHttpRequest()
      return transfer(
        'uploadFile',
        xhr,
        options,
        () => ({ data: xhr.responseText }),
        (send) => {
          const form = new FormData()
          for (const [name, value] of Object.entries(options.formData ?? {})) form.append(name, value)
          xhr.upload.onprogress = () => {}
          const reading = new XMLHttpRequest()
          reading.open('GET', options.filePath)
          reading.responseType = 'blob'
          reading.onload = () => {
            form.append(options.name, reading.response, options.fileName ?? `file-${Date.now()}`)
            send(form)
          }
          reading.send()
        },
      )
    },
    downloadFile(options) {
      const xhr = new XMLHttpRequest()
      xhr.responseType = 'blob'
      return transfer(
        'downloadFile',
        xhr,
        options,
        () => ({ tempFilePath: URL.createObjectURL(xhr.response) }),
        (send) => send(),
      )
    },
    connectSocket({ url, protocols, success, complete }) {
      return new Promise((resolve, reject) => {
        if (!/^wss?:/.test(url)) return reject({ errMsg: `connectSocket:fail invalid url "${url}"` })
        const socket = protocols ? new WebSocket(url, protocols) : new WebSocket(url)
        let closed
        success?.({ socketTaskId: 1 })
        complete?.({ socketTaskId: 1 })
        resolve({
          send({ data, success: sent, fail }) {
            if (socket.readyState !== 1) {
              const result = { errMsg: 'SocketTask.send:fail' }
              fail?.(result)
              return Promise.reject(result)
            }
            socket.send(data)
            sent?.({ errMsg: 'sendSocketMessage:ok' })
            return Promise.resolve({ errMsg: 'sendSocketMessage:ok' })
          },
          close({ code = 1000, reason = 'server complete,close', success: done } = {}) {
            closed = { code, reason }
            socket.close()
            done?.({ errMsg: 'closeSocket:ok' })
          },
          onOpen: (listener) => {
            socket.onopen = listener
          },
          onMessage: (listener) => {
            socket.onmessage = listener
          },
          onClose: (listener) => {
            socket.onclose = () => listener(closed ?? { code: 1006, reason: 'abnormal closure' })
          },
          onError: (listener) => {
            socket.onerror = listener
          },
          get readyState() {
            return socket.readyState
          },
        })
      })
    },
  }
}

globalThis.frameworks = { uni: makeUni(), Taro: makeTaro() }
