import { dictionary } from '../dictionary.ts'

/** The slots as lanes. */
export const laneWords = dictionary({
  zh: {
    title: '并发名额',
    buttonHint: '并发名额：哪个请求占用了哪个名额（S）',
    close: '关闭并发名额',
    taken: (count: string, all: string) => `${count} / ${all} 使用中`,
    queue: '排队',
    waiting: (count: string, most: string) => `${count} 个排队，最多时 ${most} 个`,
    sockets: 'WebSocket',
    none: '还没有请求占用过名额。',
    slot: (number: string, name: string) => `名额 ${number}：${name}`,
    socket: (number: string, name: string) => `WebSocket ${number}：${name}`,
    span: (from: string, length: string) => `${from} 起占用 ${length}`,
    spanRuns: (from: string) => `${from} 起占用，还在进行`,
    waited: (length: string) => `排队 ${length}`,
    hint: '每一行是一个名额。方向键在请求之间移动，Enter 打开详情。',
  },
  en: {
    title: 'Slots',
    buttonHint: 'Slots: which request had which slot when (S)',
    close: 'Close the slots',
    taken: (count, all) => `${count} of ${all} in use`,
    queue: 'Queue',
    waiting: (count, most) => `${count} queued, ${most} at most`,
    sockets: 'WebSocket',
    none: 'No request has taken a slot yet.',
    slot: (number, name) => `Slot ${number}: ${name}`,
    socket: (number, name) => `WebSocket ${number}: ${name}`,
    span: (from, length) => `taken at ${from} for ${length}`,
    spanRuns: (from) => `taken at ${from}, still running`,
    waited: (length) => `queued for ${length}`,
    hint: 'Each line is a slot. Arrow keys move between requests, Enter opens the details.',
  },
})
