import { Download, WrapText } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { CopyButton } from '../../parts/copy-button.tsx'
import { formatSize } from '../../parts/format.ts'
import { useFound } from '../../parts/found/found-context.tsx'
import { JsonView } from '../../parts/json/json-view.tsx'
import { KeyValueTable } from '../../parts/pairs/key-value-table.tsx'
import { HtmlPreview } from '../../parts/preview/html-preview.tsx'
import { ImagePreview } from '../../parts/preview/image-preview.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { Segments } from '../../parts/segments.tsx'
import { HexView } from '../../parts/text/hex-view.tsx'
import { TextView } from '../../parts/text/text-view.tsx'
import { addStyles } from '../../styles/style-sheets.ts'
import { detailWords } from '../../words/detail-words.ts'
import { partWords } from '../../words/part-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './body.css?inline'
import type { BodyContent } from './body-content.ts'
import { type BodyForm, type BodyForms, formsOf } from './body-form.ts'
import { parsePairs } from './parse-pairs.ts'

addStyles(styles)

/** Bytes from which on a body is shown only when asked for: to cut it up takes time. */
const ASK_FROM = 1024 * 1024

interface BodyViewProps {
  readonly content: BodyContent
  /** The declared type; '' when there is none. */
  readonly mime: string
  /** The name a download gets. */
  readonly fileName: string
  /** What else can be done to it, before the other buttons. */
  readonly actions?: ReactNode
}

/** A body in the way that fits it best, with a choice of the others. */
export function BodyView({ content, mime, fileName, actions }: BodyViewProps) {
  const words = useWords(detailWords).response
  const parts = useWords(partWords)
  const [shown, setShown] = useState<BodyContent>()
  const download = (
    <button
      type="button"
      className="part-icon-button"
      aria-label={parts.download}
      title={parts.download}
      onClick={() => saveFile(content.bytes(), fileName, mime || 'application/octet-stream')}
    >
      <Download size={14} aria-hidden="true" />
    </button>
  )
  const found = useFound()
  if (content.size > ASK_FROM && shown !== content) {
    return found ? (
      // As it came: what else can be made of it takes time, and is still there to be asked for.
      <div className="detail-body">
        <div className="detail-body-bar">
          <span className="detail-body-size">{formatSize(content.whole)}</span>
          <span className="detail-actions">
            <button type="button" className="part-button" onClick={() => setShown(content)}>
              {words.show}
            </button>
            {download}
            {actions}
          </span>
        </div>
        <TextView text={content.text()} />
      </div>
    ) : (
      <div className="part-ask">
        <p>{words.large(formatSize(content.size))}</p>
        <button type="button" className="part-button" onClick={() => setShown(content)}>
          {words.show}
        </button>
        {download}
        {actions}
      </div>
    )
  }
  return <ShownBody content={content} mime={mime} download={download} actions={actions} />
}

function ShownBody({ content, mime, download, actions }: Omit<BodyViewProps, 'fileName'> & { readonly download: ReactNode }) {
  const words = useWords(detailWords).response
  const parts = useWords(partWords)
  const sought = useFound()
  const [choice, setChoice] = useState<{ readonly form: BodyForm; readonly sought: typeof sought }>()
  const [wrap, setWrap] = useState(true)
  const found = useMemo(() => formsOf(content, mime), [content, mime])
  const wanted = choice && found.forms.includes(choice.form) ? choice.form : (found.forms[0] ?? 'hex')
  // What was found stands in the text; whoever has chosen another form since then sees that.
  const form = sought && choice?.sought !== sought && wanted !== 'json' && found.forms.includes('text') ? 'text' : wanted
  return (
    <div className="detail-body">
      <div className="detail-body-bar">
        <Segments
          label={words.forms}
          items={found.forms.map((id) => ({ id, label: words.form[id] }))}
          selected={form}
          onSelect={(next) => setChoice({ form: next, sought })}
        />
        <span className="detail-body-size">{formatSize(content.whole)}</span>
        {content.size < content.whole && (
          <span className="detail-dim">
            {(content.lostOlder ? words.left : words.kept)(formatSize(content.size), formatSize(content.whole))}
          </span>
        )}
        <span className="detail-actions">
          {actions}
          {form === 'text' && (
            <button
              type="button"
              className="part-icon-button"
              aria-label={parts.wrap}
              title={parts.wrap}
              aria-pressed={wrap}
              onClick={() => setWrap(!wrap)}
            >
              <WrapText size={14} aria-hidden="true" />
            </button>
          )}
          <CopyButton text={() => (form === 'hex' || form === 'image' ? content.base64() : content.text())} />
          {download}
        </span>
      </div>
      {form === 'text' && !content.isUtf8() && <p className="part-note">{words.notUtf8}</p>}
      <BodyAs form={form} forms={found} content={content} wrap={wrap} />
    </div>
  )
}

interface BodyAsProps {
  readonly form: BodyForm
  readonly forms: BodyForms
  readonly content: BodyContent
  readonly wrap: boolean
}

function BodyAs({ form, forms, content, wrap }: BodyAsProps) {
  const words = useWords(detailWords).response
  switch (form) {
    case 'json':
      return forms.json && <JsonView json={forms.json} />
    case 'pairs':
      return <KeyValueTable label={words.form.pairs} rows={parsePairs(content.text())} />
    case 'image':
      return <ImagePreview type={forms.imageType ?? ''} base64={content.base64()} bytes={content.bytes()} />
    case 'html':
      return <HtmlPreview html={content.text()} />
    case 'hex':
      return <HexView bytes={content.bytes()} />
    case 'text':
      return <TextView text={content.text()} wrap={wrap} />
  }
}
