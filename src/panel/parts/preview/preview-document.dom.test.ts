// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }
import { describe, expect, it } from 'vitest'
import { makePreviewDocument } from './preview-document.ts'

const reading = (html: string) => new DOMParser().parseFromString(makePreviewDocument(html), 'text/html')

describe('the document of an HTML preview', () => {
  it('forbids every load before anything of the foreign text is read', () => {
    const made = makePreviewDocument('<head><title>x</title></head><body>hello</body>')
    expect(made.indexOf('Content-Security-Policy')).toBeLessThan(made.indexOf('<title>'))
    expect(made).toContain("default-src 'none'")
    expect(made).not.toMatch(/script-src|connect-src|unsafe-eval/)
  })

  it.each([
    ['scripts', '<script>alert(1)</script><svg><script>alert(2)</script></svg>', 'script'],
    ['a base', '<base href="http://evil.example/">', 'base[href]'],
    [
      'linked resources',
      '<link rel="preload" as="image" href="http://evil.example/a.png"><link rel="dns-prefetch" href="//evil.example">',
      'link',
    ],
    ['refreshes', '<meta http-equiv="refresh" content="0;url=http://evil.example/">', 'meta[http-equiv="refresh"]'],
    ['frames and plug-ins', '<iframe name="x"></iframe><object data="x"></object><embed src="x">', 'iframe, object, embed'],
    [
      'where links lead',
      '<a href="http://evil.example/" target="_self" ping="http://evil.example/p">x</a>',
      '[href], [ping], [target="_self"]',
    ],
    [
      'where forms go',
      '<form action="http://evil.example/"><button formaction="http://evil.example/">x</button></form>',
      '[action], [formaction]',
    ],
    ['handlers', '<img src=x onerror="alert(1)"><p onclick="alert(1)">x</p>', '[onerror], [onclick]'],
    ['animations that would set a link', '<svg><a><animate attributeName="href" to="http://evil.example/"></animate></a></svg>', 'animate'],
  ])('takes out %s', (_, html, selector) => {
    expect(reading(`<p>kept</p>${html}`).querySelectorAll(selector)).toHaveLength(0)
    expect(reading(`<p>kept</p>${html}`).querySelector('p')?.textContent).toBe('kept')
  })

  it('keeps how the page looks', () => {
    const made = reading('<head><style>h1 { color: red }</style></head><body class="error" style="margin: 0"><h1>502</h1></body>')
    expect(made.querySelector('style')?.textContent).toContain('color: red')
    expect(made.body.getAttribute('class')).toBe('error')
    expect(made.querySelector('h1')?.textContent).toBe('502')
  })

  it('hands the text through the trusted types of the page, and lets a refusal through', () => {
    expect(() =>
      makePreviewDocument('<p>x</p>', () => {
        throw new TypeError('policy')
      }),
    ).toThrow('policy')
  })
})
