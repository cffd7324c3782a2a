import createFly from 'flyio/dist/npm/wx.js'

globalThis.createFly = createFly
