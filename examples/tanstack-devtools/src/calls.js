const API = new URLSearchParams(location.search).get('api') ?? 'https://api.example.com'

let brewing

export function listTeas(say) {
  wx.request({
    url: `${API}/goods`,
    success: ({ data }) => say(`Teas: ${data.map((tea) => tea.name).join(', ')}`),
    fail: ({ errMsg }) => say(errMsg),
  })
}

export function brew(say) {
  brewing = wx.request({
    url: `${API}/slow?ms=60000`,
    success: () => say('Brewed'),
    fail: ({ errMsg }) => say(errMsg),
  })
}

export function stopBrewing() {
  brewing?.abort()
}

export function sendLeaf(say) {
  const filePath = `${wx.env.USER_DATA_PATH}/leaf.txt`
  wx.getFileSystemManager().writeFileSync(filePath, 'a green leaf', 'utf8')
  wx.uploadFile({
    url: `${API}/upload`,
    filePath,
    name: 'leaf',
    success: ({ data }) => say(`Sent: ${data}`),
    fail: ({ errMsg }) => say(errMsg),
  })
}

export function askKeeper(say) {
  const socket = wx.connectSocket({ url: `${API.replace('http', 'ws')}/echo` })
  socket.onOpen(() => socket.send({ data: 'Is it fresh?' }))
  socket.onMessage(({ data }) => {
    say(`Heard: ${data}`)
    socket.close()
  })
  socket.onError(({ errMsg }) => say(errMsg))
}
