import { type ReactNode, useMemo, useState } from 'react'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { Badge } from '../../parts/badge.tsx'
import { CopyButton } from '../../parts/copy-button.tsx'
import { FoundScope } from '../../parts/found/found-context.tsx'
import { KeyValueTable } from '../../parts/pairs/key-value-table.tsx'
import { textOfPairs } from '../../parts/pairs/text-of-pairs.ts'
import { Section } from '../../parts/section.tsx'
import { NamedSwitch } from '../../parts/switch.tsx'
import { TextView } from '../../parts/text/text-view.tsx'
import { toneOfStatus } from '../../rows/task-tone.ts'
import { detailWords } from '../../words/detail-words.ts'
import { useWords } from '../../words/words.ts'
import { RuleText } from '../rules/rule-link.tsx'
import { isPending } from '../task/outcome.ts'

/** What went out and what came back, and what was kept from going out. */
export function HeadersTab({ snapshot }: { readonly snapshot: TaskSnapshot }) {
  return (
    <div className="detail-columns">
      <div>
        <RequestHeaders snapshot={snapshot} />
      </div>
      <div>
        <ResponseHeaders snapshot={snapshot} />
      </div>
    </div>
  )
}

/** The buttons of a list of headers: as they went over the line, and a copy of all. */
function HeaderActions({
  raw,
  onRaw,
  pairs,
}: {
  readonly raw: boolean
  readonly onRaw: (raw: boolean) => void
  readonly pairs: readonly (readonly [string, string])[]
}) {
  const words = useWords(detailWords).headers
  return (
    <>
      <NamedSwitch label={words.raw} checked={raw} onChange={onRaw} />
      <CopyButton text={() => textOfPairs(pairs)} label={words.copy} />
    </>
  )
}

function RequestHeaders({ snapshot: { sent, given, api, framework } }: { readonly snapshot: TaskSnapshot }) {
  const words = useWords(detailWords).headers
  const [raw, setRaw] = useState(false)
  if (!sent) return <p className="part-note">{words.noRequest}</p>
  const typeWasGiven = Object.keys(Object(given['header'])).some((name) => name.toLowerCase() === 'content-type')
  const noteOf = (name: string) => {
    if (api === 'page' || framework) return undefined
    if (name.toLowerCase() === 'referer') return words.referer
    return name.toLowerCase() === 'content-type' && !typeWasGiven ? words.defaultType : undefined
  }
  return (
    <>
      <Section
        title={words.request}
        note={sent.header.length}
        actions={sent.header.length > 0 && <HeaderActions raw={raw} onRaw={setRaw} pairs={sent.header} />}
      >
        {sent.header.length === 0 ? (
          <p className="part-note">{words.emptyRequest}</p>
        ) : (
          <FoundScope scope="headers.request">
            {raw ? (
              <RawHeaders pairs={sent.header} />
            ) : (
              <KeyValueTable
                label={words.request}
                rows={sent.header.map(([name, value]) => ({ name, value, note: ruled(noteOf(name)) }))}
              />
            )}
          </FoundScope>
        )}
      </Section>
      {sent.dropped.length > 0 && (
        <Section title={words.dropped} note={sent.dropped.length}>
          <FoundScope scope="headers.dropped">
            <KeyValueTable
              label={words.dropped}
              rows={sent.dropped.map(({ name, value, why, illegal }) => ({
                name,
                value,
                struck: true,
                note: ruled(illegal ? words.illegal[illegal.in](illegal.character) : words.why[why]),
              }))}
            />
          </FoundScope>
        </Section>
      )}
    </>
  )
}

function ResponseHeaders({ snapshot }: { readonly snapshot: TaskSnapshot }) {
  const words = useWords(detailWords).headers
  const { header, statusCode, redirects } = snapshot
  const pairs = Object.entries(header ?? {})
  const [raw, setRaw] = useState(false)
  return (
    <>
      {redirects.length > 0 && (
        <Section title={words.redirects} note={redirects.length}>
          <FoundScope scope="headers.redirects">
            <KeyValueTable label={words.redirects} rows={redirects.map((hop) => ({ name: String(hop.statusCode), value: hop.url }))} />
          </FoundScope>
        </Section>
      )}
      <Section
        title={words.response}
        note={statusCode !== undefined && <Badge tone={toneOfStatus(statusCode)}>{statusCode}</Badge>}
        actions={pairs.length > 0 && <HeaderActions raw={raw} onRaw={setRaw} pairs={pairs} />}
      >
        {pairs.length > 0 ? (
          <>
            <FoundScope scope="headers.response">
              {raw ? (
                <RawHeaders pairs={pairs} />
              ) : (
                <KeyValueTable
                  label={words.response}
                  rows={pairs.map(([name, value]) => ({
                    name,
                    value,
                    note: name.toLowerCase() === 'set-cookie' && snapshot.cookies.length > 1 ? ruled(words.setCookieNote) : undefined,
                  }))}
                />
              )}
            </FoundScope>
            <p className="part-note">
              <RuleText text={words.caseNote} />
            </p>
          </>
        ) : (
          <p className="part-note">{header ? words.none : isPending(snapshot) ? words.notYet : words.failed}</p>
        )}
        {snapshot.socket && header && snapshot.by === 'fetch' && <p className="part-note">{words.socketNote}</p>}
      </Section>
    </>
  )
}

function RawHeaders({ pairs }: { readonly pairs: readonly (readonly [string, string])[] }) {
  return (
    <div className="detail-viewer">
      <TextView text={useMemo(() => textOfPairs(pairs), [pairs])} />
    </div>
  )
}

function ruled(text: string | undefined): ReactNode {
  return text === undefined ? undefined : <RuleText text={text} />
}
