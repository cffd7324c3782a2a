// The host's own program: the rules come from it, so that a page from disk has somebody who answers.
wxInspector.configure({ domains: { request: ['https://api.example.com'] } })
wxInspector.setRules([
  {
    id: 'hello',
    name: 'hello',
    enabled: true,
    when: { url: 'https://api.example.com/hello' },
    respond: {
      kind: 'response',
      cookies: ['sid=1; Path=/', 'theme=dark; Path=/; HttpOnly'],
      body: { json: { hello: 'world' } },
      delay: 20,
    },
  },
])

document.querySelector('#call').addEventListener('click', () => {
  wx.request({
    url: 'https://api.example.com/hello',
    complete(result) {
      document.querySelector('#result').textContent = JSON.stringify(result)
    },
  })
})
