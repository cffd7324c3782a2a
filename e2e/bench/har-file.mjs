/**
 * A HAR with so many entries, as another program would write it. Stands on nothing outside, so that it can be carried into a page.
 * @param {number} entries
 * @param {string} text the body of each answer
 */
export function harFile(entries, text) {
  const entry = (/** @type {number} */ nth) => ({
    startedDateTime: new Date(1_700_000_000_000 + nth * 20).toISOString(),
    time: 12,
    request: {
      method: 'GET',
      url: `https://api.example.com/goods?call=${nth}`,
      httpVersion: 'http/1.1',
      cookies: [],
      headers: [{ name: 'content-type', value: 'application/json' }],
      queryString: [{ name: 'call', value: String(nth) }],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status: 200,
      statusText: 'OK',
      httpVersion: 'http/1.1',
      cookies: [],
      headers: [{ name: 'content-type', value: 'application/json' }],
      content: { size: text.length, mimeType: 'application/json', text },
      redirectURL: '',
      headersSize: -1,
      bodySize: text.length,
    },
    cache: {},
    timings: { blocked: 1, dns: -1, connect: -1, ssl: -1, send: 1, wait: 9, receive: 1 },
  })
  const pieces = ['{"log":{"version":"1.2","creator":{"name":"bench","version":"1"},"entries":[']
  for (let nth = 0; nth < entries; nth++) pieces.push(`${nth > 0 ? ',' : ''}${JSON.stringify(entry(nth))}`)
  return new File([...pieces, ']}}'], 'bench.har')
}
