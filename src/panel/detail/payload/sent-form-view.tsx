import { useMemo } from 'react'
import type { SentFile, SentForm } from '../../../contract/event/task-event.ts'
import { formatSize } from '../../parts/format.ts'
import { FoundScope } from '../../parts/found/found-context.tsx'
import { KeyValueTable } from '../../parts/pairs/key-value-table.tsx'
import { Section } from '../../parts/section.tsx'
import { detailWords } from '../../words/detail-words.ts'
import { useWords } from '../../words/words.ts'
import { contentOf } from '../body/body-content.ts'
import { BodyView } from '../body/body-view.tsx'
import { OmittedBody } from '../body/omitted-body.tsx'

/** The body of an upload in its parts: the fields, then the file as it was when it was sent. */
export function SentFormView({ form, pending }: { readonly form: SentForm | undefined; readonly pending: boolean }) {
  const words = useWords(detailWords).payload
  if (!form) return <p className="part-note">{pending ? words.notPacked : words.neverPacked}</p>
  return (
    <>
      <Section title={`${words.sent} · ${words.fields}`} note={form.fields.length}>
        {form.fields.length === 0 ? (
          <p className="part-note">{words.noFields}</p>
        ) : (
          <FoundScope scope="payload.fields">
            <KeyValueTable label={words.fields} rows={form.fields.map(([name, value]) => ({ name, value }))} />
          </FoundScope>
        )}
      </Section>
      <Section title={`${words.sent} · ${words.file(form.file.field)}`}>
        <FileView file={form.file} />
      </Section>
      {form.more && (
        <Section title={words.moreFiles} note={form.more.length}>
          <KeyValueTable
            label={words.moreFiles}
            rows={form.more.map(({ field, name, size }) => ({ name: `${field}: ${name}`, value: formatSize(size) }))}
          />
        </Section>
      )}
    </>
  )
}

function FileView({ file }: { readonly file: SentFile }) {
  const words = useWords(detailWords).payload
  const content = useMemo(() => contentOf(file.body), [file.body])
  return (
    <>
      <KeyValueTable
        label={words.fileFacts}
        rows={[
          { name: words.fileName, value: file.name },
          { name: words.fileType, value: file.type },
          { name: words.fileSize, value: formatSize(file.size) },
          { name: words.filePath, value: file.path },
        ]}
      />
      {content && content.whole > 0 ? (
        <div className="detail-viewer">
          <BodyView content={content} mime={file.type} fileName={file.name} />
        </div>
      ) : (
        file.body.kind === 'omitted' && <OmittedBody body={file.body} />
      )}
    </>
  )
}
