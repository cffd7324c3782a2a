import { CompletionContext } from '@codemirror/autocomplete'
import { javascript } from '@codemirror/lang-javascript'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { completeWx } from './wx-completion.ts'

/** What is offered at `|`. */
function offered(text: string, explicit = false): readonly string[] {
  const pos = text.indexOf('|')
  const state = EditorState.create({ doc: text.replace('|', ''), extensions: [javascript()] })
  const result = completeWx('zh')(new CompletionContext(state, pos, explicit))
  const typed = result ? state.sliceDoc(result.from, pos) : ''
  return (result?.options ?? []).map(({ label }) => label).filter((label) => label.startsWith(typed))
}

describe('the completion of wx', () => {
  it('offers the methods that a program has, and no others', () => {
    expect(offered('wx.|')).toEqual(expect.arrayContaining(['request', 'connectSocket', 'setStorageSync', 'getSystemInfoSync']))
    expect(offered('wx.choose|')).toEqual([])
    expect(offered('const a = 1\nwx.requ|')).toEqual(['request'])
  })

  it('offers the options of a call that are not there yet', () => {
    expect(offered("wx.request({ url: '', en|")).toContain('enableChunked')
    expect(offered("wx.request({\n  url: '',\n  |\n})", true)).not.toContain('url')
    expect(offered("wx.request({\n  url: '',\n  suc|\n})")).toEqual(['success'])
    expect(offered('wx.setStorage({ k| })')).toEqual(['key'])
    expect(offered('socket({ k| })')).toEqual([])
  })

  it('offers the values of an option', () => {
    expect(offered("wx.request({ method: 'P|' })")).toEqual(['POST', 'PUT'])
    expect(offered("wx.request({ redirect: '|' })", true)).toEqual(['follow', 'manual'])
    expect(offered("wx.request({ url: '|' })", true)).toEqual([])
    expect(offered("wx.request({ url: api, method: 'HE|")).toEqual(['HEAD'])
  })

  it('knows tasks, and what callbacks get', () => {
    expect(offered("const task = wx.request({ url: '' })\ntask.on|")).toEqual(['onHeadersReceived', 'onChunkReceived'])
    expect(offered("wx.request({ url: '', success: (res) => res.st| })")).toEqual(['statusCode'])
    expect(offered("wx.request({ url: '', success(res) { res.profile.ssl| } })")).toEqual([])
    expect(offered("wx.request({ url: '', success(res) { res.profile.SSL| } })")).toEqual(['SSLconnectionStart', 'SSLconnectionEnd'])
    expect(offered("const task = wx.request({ url: '' })\ntask.onHeadersReceived((res) => { res.coo| })")).toEqual(['cookies'])
    expect(offered('const { a } = b\nasync function f() { const net = await wx.getNetworkType()\n  net.net| }')).toEqual(['networkType'])
    expect(offered('other.|')).toEqual([])
  })
})
