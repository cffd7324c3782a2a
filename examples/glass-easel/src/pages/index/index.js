const { api } = getApp().globalData

let brewing

Page({
  data: { text: '' },

  say(text) {
    this.setData({ text })
  },

  listTeas() {
    wx.request({
      url: `${api}/goods`,
      success: ({ data }) => this.say(`Teas: ${data.map((tea) => tea.name).join(', ')}`),
      fail: ({ errMsg }) => this.say(errMsg),
    })
  },

  brew() {
    brewing = wx.request({
      url: `${api}/slow?ms=60000`,
      success: () => this.say('Brewed'),
      fail: ({ errMsg }) => this.say(errMsg),
    })
  },

  stopBrewing() {
    brewing?.abort()
  },

  sendLeaf() {
    const filePath = `${wx.env.USER_DATA_PATH}/leaf.txt`
    wx.getFileSystemManager().writeFileSync(filePath, 'a green leaf', 'utf8')
    wx.uploadFile({
      url: `${api}/upload`,
      filePath,
      name: 'leaf',
      success: ({ data }) => this.say(`Sent: ${data}`),
      fail: ({ errMsg }) => this.say(errMsg),
    })
  },

  askKeeper() {
    const socket = wx.connectSocket({ url: `${api.replace('http', 'ws')}/echo` })
    socket.onOpen(() => socket.send({ data: 'Is it fresh?' }))
    socket.onMessage(({ data }) => {
      this.say(`Heard: ${data}`)
      socket.close()
    })
    socket.onError(({ errMsg }) => this.say(errMsg))
  },
})
