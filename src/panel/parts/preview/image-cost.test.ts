import { describe, expect, it } from 'vitest'
import { imageCost } from './image-cost.ts'

const svg = (text: string) => imageCost('image/svg+xml', new TextEncoder().encode(text))

describe('what is drawn only when asked for', () => {
  it.each([
    ['parts that repeat each other', '<svg><g id="a"><use href="#b"/></g></svg>'],
    ['parts under another prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:use href="#b"/></s:svg>'],
    ['entities', '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>'],
    ['filters', '<svg><filter id="f"><feTurbulence/></filter></svg>'],
    ['filters of a style', '<svg><rect style="filter: blur(999px)"/></svg>'],
    ['dashes without number', '<svg><path d="M0 0H1e9" stroke-dasharray="0.001"/></svg>'],
    ['very many shapes', `<svg>${'<rect/>'.repeat(3001)}</svg>`],
    ['a very long text', `<svg><path d="${'M0 0'.repeat(70_000)}"/></svg>`],
    ['an encoding that hides the words', '<?xml version="1.0" encoding="utf-7"?><svg/>'],
  ])('an SVG with %s', (_, text) => {
    expect(svg(text)).toBe('drawing')
  })

  it('an ordinary SVG is not', () => {
    expect(svg('<?xml version="1.0" encoding="UTF-8"?><svg viewBox="0 0 9 9"><style>a{color:red}</style><path d="M0 0"/></svg>')).toBe(
      undefined,
    )
  })

  const bytes = (...parts: (string | number)[]) =>
    new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((char) => char.charCodeAt(0)) : [part])))
  it.each([
    ['image/png', bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0, 0, 0, 13, 'IHDR', 0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30)],
    ['image/gif', bytes('GIF89a', 0xff, 0xff, 0xff, 0xff)],
    ['image/bmp', bytes('BM', ...Array<number>(16).fill(0), 0, 0x10, 0, 0, 0, 0xf0, 0xff, 0xff)],
    ['image/webp', bytes('RIFF', 0, 0, 0, 0, 'WEBPVP8X', 10, 0, 0, 0, 0, 0, 0, 0, 0xff, 0x3f, 0, 0xff, 0x3f, 0)],
    ['image/webp', bytes('RIFF', 0, 0, 0, 0, 'WEBPVP8L', 10, 0, 0, 0, 0x2f, 0xff, 0xff, 0xff, 0x0f)],
    ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 17, 8, 0x20, 0, 0x20, 0)],
  ])('an image of very many pixels, %s', (type, head) => {
    expect(imageCost(type, head)).toBe('pixels')
  })

  it('an image whose head is cut off is left to the browser', () => {
    expect(imageCost('image/png', bytes(0x89, 'PNG'))).toBe(undefined)
    expect(imageCost('image/jpeg', bytes(0xff, 0xd8, 0xff))).toBe(undefined)
    expect(imageCost('image/png', new Uint8Array())).toBe(undefined)
  })
})
