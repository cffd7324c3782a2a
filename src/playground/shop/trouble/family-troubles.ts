import type { SocketTask } from '../../../contract/wx/wx-socket.ts'
import { API_ORIGIN, CHAT_ORIGIN, IMAGE_ORIGIN } from '../client/shop-origins.ts'
import { failLine, type OutcomeRow } from './outcome.ts'
import type { Trouble } from './trouble.ts'

const SOCKETS = 6

/** Opens one socket more than the five that may live at once (LIM-3). Some platforms tell `fail`, some `onError`. */
const sixthSocket: Trouble['start'] = (wx, report) => {
  const settled = new Map<number, OutcomeRow | 'open'>()
  const tasks: (SocketTask | undefined)[] = []
  const stop = () => {
    for (const task of tasks) task?.close({})
  }
  const settle = (socket: number, how: OutcomeRow | 'open') => {
    if (settled.has(socket)) return
    settled.set(socket, how)
    const failures = [...settled.values()].filter((each) => each !== 'open')
    report({
      ended: settled.size === SOCKETS,
      lines: [{ kind: 'opened', count: settled.size - failures.length }, ...failures],
    })
    // The seats are given back, so that the chat has one.
    if (settled.size === SOCKETS) stop()
  }
  for (let socket = 1; socket <= SOCKETS; socket++) {
    const task = wx.connectSocket({
      url: `${CHAT_ORIGIN}/rooms/${socket}`,
      fail: (result) => settle(socket, failLine(result)),
    })
    task?.onOpen(() => settle(socket, 'open'))
    task?.onError((result) => settle(socket, failLine(result)))
    tasks.push(task)
  }
  return [stop]
}

/** A server that answers the handshake with 403. */
const handshake: Trouble['start'] = (wx, report) => {
  const lines: OutcomeRow[] = []
  const task = wx.connectSocket({ url: `${CHAT_ORIGIN}/rooms/closed` })
  task?.onError((result) => lines.push(failLine(result)))
  task?.onClose(({ code, reason }) => report({ ended: true, lines: [...lines, { kind: 'closed', code, reason }] }))
  return [() => task?.close({})]
}

const noFile: Trouble['start'] = (wx, report) => {
  const task = wx.uploadFile({
    url: `${API_ORIGIN}/v1/me/avatar`,
    filePath: `${wx.env.USER_DATA_PATH}/nobody.png`,
    name: 'avatar',
    fail: (result) => report({ ended: true, lines: [failLine(result)] }),
  })
  return [() => task?.abort()]
}

const noFolder: Trouble['start'] = (wx, report) => {
  const task = wx.downloadFile({
    url: `${IMAGE_ORIGIN}/places/lakeside.svg`,
    filePath: `${wx.env.USER_DATA_PATH}/no/such/folder/lakeside.svg`,
    fail: (result) => report({ ended: true, lines: [failLine(result)] }),
  })
  return [() => task?.abort()]
}

/** What can go wrong with files and sockets. */
export const familyTroubles: readonly Trouble[] = [
  { id: 'noFile', group: 'family', start: noFile },
  { id: 'noFolder', group: 'family', start: noFolder },
  { id: 'handshake', group: 'family', start: handshake },
  { id: 'sixthSocket', group: 'family', start: sixthSocket },
]
