// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { safeHtml } from './safe-html.ts'

const rest = () => Promise.resolve()
const safe = (html: string) => safeHtml(new DOMParser().parseFromString(html, 'text/html'), rest)

describe('the harmless part of a foreign document', () => {
  it.each([
    ['scripts', '<script>alert(1)</script><svg><script>alert(2)</script></svg>'],
    ['a base', '<base href="http://evil.example/">'],
    ['linked resources', '<link rel="preload" as="image" href="http://evil.example/a.png"><link rel="dns-prefetch" href="//evil.example">'],
    ['refreshes', '<meta http-equiv="refresh" content="0;url=http://evil.example/">'],
    ['frames and plug-ins', '<iframe src="http://evil.example/"></iframe><object data="x"></object><embed src="x">'],
    ['where links lead', '<a href="http://evil.example/" target="_self" ping="http://evil.example/p"></a>'],
    ['where forms go', '<form action="http://evil.example/"><button formaction="http://evil.example/"></button></form>'],
    ['handlers', '<img src=x onerror="alert(1)"><p onclick="alert(1)"></p>'],
    [
      'pictures from elsewhere',
      '<img src="http://evil.example/a.png" srcset="http://evil.example/b.png 2x"><body background="//evil.example/c">',
    ],
    [
      'foreign vocabularies',
      '<svg><a><animate attributeName="href" to="http://evil.example/"></animate></a></svg><math><mtext></mtext></math>',
    ],
  ])('holds no %s', async (_, html) => {
    const { body, css } = await safe(`<p>kept</p>${html}`)
    expect(body).toContain('<p>kept</p>')
    expect(body + css).not.toMatch(/evil|alert|script|srcset|href|form|<(svg|math|iframe|object|embed|link|meta|base)/i)
  })

  it('keeps how the page looks', async () => {
    const { body, css } = await safe(
      '<head><style>h1 { color: red }</style></head><body class="error" style="margin: 0"><h1 title="&quot;>">502 &lt;b></h1></body>',
    )
    expect(css).toBe('h1 { color: red }')
    expect(body).toBe('<body class="error" style="margin: 0"><h1 title="&quot;&gt;">502 &lt;b&gt;</h1></body>')
  })

  it('keeps a raster image that comes with the text', async () => {
    const image = 'data:image/png;base64,iVBORw0KGgo='
    expect((await safe(`<img src="${image}"><img src="data:image/svg+xml;base64,PHN2Zz4=">`)).body).toBe(
      `<body><img src="${image}"><img></body>`,
    )
  })

  it('keeps what stands in an element that it does not know', async () => {
    expect((await safe('<x-card><p>in it</p></x-card> after')).body).toBe('<body><p>in it</p> after</body>')
  })

  it('takes loads out of style sheets, and what could end one', async () => {
    const { css } = await safe(
      '<style>@import "http://evil.example/a.css"; a { background: url( "http://evil.example/b") } b { background: url(data:image/png;base64,aa) } c::before { content: "<!--" }</style>',
    )
    expect(css).not.toMatch(/@import|[^-]url\( *"http|</)
    expect(css).toContain('url(data:image/png;base64,aa)')
    expect(css).toContain('content: "\\3c !--"')
  })
})
