wxInspector.setRules([
  {
    id: 'teas',
    name: 'List of teas',
    enabled: true,
    when: { url: 'https://api.example.com/goods' },
    respond: { kind: 'response', body: { json: [{ id: 1, name: 'Longjing' }] }, delay: 80 },
  },
])
