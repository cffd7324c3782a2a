import io from 'weapp.socket.io'

globalThis.io = io
