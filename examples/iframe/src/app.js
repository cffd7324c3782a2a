if (import.meta.env.DEV) await import('./inspector.js')

const API = new URLSearchParams(location.search).get('api') ?? 'https://api.example.com'

const find = (id) => document.getElementById(id)
const say = (text) => {
  find('text').textContent = text
}
const fail = ({ errMsg }) => say(errMsg)

find('list').onclick = () => {
  const success = ({ data }) => say(`Teas: ${data.map((tea) => tea.name).join(', ')}`)
  wx.request({ url: `${API}/goods`, success, fail })
}

let brewing
find('brew').onclick = () => {
  brewing = wx.request({ url: `${API}/slow?ms=60000`, success: () => say('Brewed'), fail })
}
find('stop').onclick = () => brewing?.abort()

find('send').onclick = () => {
  const filePath = `${wx.env.USER_DATA_PATH}/leaf.txt`
  wx.getFileSystemManager().writeFileSync(filePath, 'a green leaf', 'utf8')
  wx.uploadFile({ url: `${API}/upload`, filePath, name: 'leaf', success: ({ data }) => say(`Sent: ${data}`), fail })
}

find('ask').onclick = () => {
  const socket = wx.connectSocket({ url: `${API.replace('http', 'ws')}/echo` })
  socket.onOpen(() => socket.send({ data: 'Is it fresh?' }))
  socket.onMessage(({ data }) => {
    say(`Heard: ${data}`)
    socket.close()
  })
  socket.onError(fail)
}
