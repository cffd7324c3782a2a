const KEPT_ELEMENTS = new Set(
  [
    'a abbr acronym address article aside b bdi bdo big blockquote br button caption center cite code col colgroup data dd del details dfn',
    'div dl dt em fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li main mark',
    'menu meter nav ol p pre progress q rp rt ruby s samp search section small span strike strong sub summary sup table tbody td tfoot th',
    'thead time tr tt u ul var wbr',
  ].flatMap((line) => line.split(' ')),
)
const VOID_ELEMENTS = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr'])

/** Of any other element what is in it is kept, but of these nothing. */
const DROPPED_WHOLE = new Set(
  'audio canvas embed frameset iframe math noembed noframes object portal script select style svg template title video'.split(' '),
)

const KEPT_ATTRIBUTES = new Set(
  [
    'align alt bgcolor border cellpadding cellspacing checked class color colspan datetime dir disabled face height hidden id lang max min',
    'open placeholder reversed rowspan scope size span start style title type valign value width',
  ].flatMap((line) => line.split(' ')),
)

/** Raster images that come with the text. An SVG could draw for ever. */
const RASTER = /^data:image\/(png|jpeg|gif|webp|bmp);base64,[\w+/=\s]*$/i

/** Nodes that are written between two rests. */
const STEP = 2000

/**
 * The looks of a foreign document as HTML text of harmless elements and attributes only, and its style sheets.
 *
 * Whatever reads the text again, in whatever state, finds no other element and no other attribute in it: nothing of it is copied as
 * markup, each element stands on a list, none of them makes a parser leave the reading of plain HTML, and every text and value is escaped.
 * That is why there is no SVG, no MathML, no form and no element of raw text.
 */
export async function safeHtml(parsed: Document, rest: () => Promise<void>): Promise<{ readonly css: string; readonly body: string }> {
  const parts: string[] = []
  const css: string[] = []
  const { body } = parsed
  const open: Element[] = []
  let written = 0
  for (const sheet of parsed.querySelectorAll('head style')) css.push(sheet.textContent ?? '')

  let node: Node | null = body
  while (node) {
    if (++written % STEP === 0) await rest()
    let enter = true
    if (node.nodeType === Node.TEXT_NODE) parts.push(escapeHtml(node.nodeValue ?? ''))
    else if (isElement(node)) {
      const name = node.localName
      if (name === 'style') css.push(node.textContent ?? '')
      if (node.namespaceURI !== HTML || DROPPED_WHOLE.has(name)) enter = false
      else if (node === body || KEPT_ELEMENTS.has(name)) {
        parts.push(`<${name}${attributesOf(node)}>`)
        if (!VOID_ELEMENTS.has(name)) open.push(node)
      }
    }
    if (enter && node.firstChild) {
      node = node.firstChild
      continue
    }
    while (node && node !== body && !node.nextSibling) {
      close(node)
      node = node.parentNode
    }
    if (!node || node === body) break
    close(node)
    node = node.nextSibling
  }
  if (body) parts.push('</body>')
  return { css: css.map(safeCss).join('\n'), body: parts.join('') }

  function close(ended: Node): void {
    if (open.at(-1) !== ended) return
    open.pop()
    parts.push(`</${(ended as Element).localName}>`)
  }
}

const HTML = 'http://www.w3.org/1999/xhtml'

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE
}

function attributesOf(element: Element): string {
  let text = ''
  for (const { name, value } of element.attributes) {
    if (name === 'src' ? element.localName === 'img' && RASTER.test(value) : KEPT_ATTRIBUTES.has(name)) {
      text += ` ${name}="${escapeHtml(name === 'style' ? safeCss(value) : value)}"`
    }
  }
  return text
}

/** Without what would load, although the policy of the document forbids that too, and without a character that could end the sheet. */
function safeCss(css: string): string {
  return css
    .replace(/@import/gi, '@no-import')
    .replace(/(url|image|image-set|src)\s*\(\s*(?!["']?data:image\/)/gi, 'no-load(')
    .replaceAll('<', '\\3c ')
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
