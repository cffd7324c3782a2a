import { useContext, useMemo, useState } from 'react'
import { headerValue } from '../../../contract/event/header-value.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { clipText, formatCount } from '../../parts/format.ts'
import { FoundContext, FoundScope } from '../../parts/found/found-context.tsx'
import { KeyValueTable } from '../../parts/pairs/key-value-table.tsx'
import { LongText } from '../../parts/pairs/long-text.tsx'
import { Section } from '../../parts/section.tsx'
import { WideContent } from '../../parts/wide-content.tsx'
import { parseCookieHeader, parseSetCookie } from '../../rows/parse-cookie.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { detailWords } from '../../words/detail-words.ts'
import { useWords } from '../../words/words.ts'
import { isPending } from '../task/outcome.ts'
import styles from './cookies.css?inline'

addStyles(styles)

/** The cookies that the answer set and those that the request carried. */
export function CookiesTab({ snapshot }: { readonly snapshot: TaskSnapshot }) {
  const words = useWords(detailWords).cookies
  const sent = parseCookieHeader(headerValue(snapshot.sent?.header, 'cookie') ?? '')
  const kept = snapshot.sent?.dropped.find(({ name }) => name.toLowerCase() === 'cookie')
  const waiting = snapshot.header === undefined && isPending(snapshot)
  return (
    <>
      <Section
        title={words.set}
        note={snapshot.cookies.length}
        actions={snapshot.cookies.length > 0 && <CopyButton text={() => snapshot.cookies.join('\n')} label={words.raw} />}
      >
        {snapshot.cookies.length > 0 ? (
          <SetCookies key={snapshot.taskId} lines={snapshot.cookies} />
        ) : (
          <p className="part-note">{waiting ? words.notYet : words.noneSet}</p>
        )}
      </Section>
      <Section title={words.sent} note={sent.length}>
        {sent.length > 0 ? (
          <KeyValueTable label={words.sent} rows={sent.map(({ name, value }) => ({ name, value: value ?? '' }))} />
        ) : (
          <p className="part-note">{kept ? words.notSent(clipText(kept.value)) : words.noneSent}</p>
        )}
      </Section>
    </>
  )
}

/** Lines that are shown at once; an answer with more is a mistake or an attack. */
const COOKIES_AT_ONCE = 100

function SetCookies({ lines: all }: { readonly lines: readonly string[] }) {
  const words = useWords(detailWords).cookies
  const [asked, setShown] = useState(COOKIES_AT_ONCE)
  const found = useContext(FoundContext)
  const shown = Math.max(asked, found?.scope === 'cookies' ? found.item + 1 : 0)
  const cookies = useMemo(() => all.slice(0, shown).map(parseSetCookie), [all, shown])
  return (
    <WideContent label={words.set}>
      <table className="detail-table detail-cookies" aria-label={words.set} aria-rowcount={all.length + 1}>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.flags}</th>
            <th scope="col">{words.raw}</th>
          </tr>
        </thead>
        <tbody>
          {cookies.map((cookie, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and rows never move
            <tr key={index}>
              <th scope="row" className="detail-mono">
                {cookie.name === '' ? <em>{cookie.value === '' ? words.ignored : words.nameless}</em> : cookie.name}
              </th>
              <td className="detail-mono">
                <LongText text={cookie.value} />
              </td>
              <td>
                <span className="detail-flags">
                  {cookie.attributes.map((attribute, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a line may say the same twice, and attributes never move
                    <code key={place} className="detail-flag">
                      {attribute.value === undefined ? attribute.name : `${attribute.name}=${attribute.value}`}
                    </code>
                  ))}
                  {!cookie.attributes.some(({ name }) => /^(expires|max-age)$/i.test(name)) && (
                    <span className="detail-dim">{words.session}</span>
                  )}
                </span>
              </td>
              <td className="detail-mono detail-dim">
                <FoundScope scope="cookies" item={index}>
                  <span data-at={0}>
                    <LongText text={cookie.raw} />
                  </span>
                </FoundScope>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {all.length > cookies.length && (
        <p className="part-note">
          <button type="button" className="part-link" onClick={() => setShown(shown + COOKIES_AT_ONCE)}>
            {words.more(formatCount(all.length - cookies.length))}
          </button>
        </p>
      )}
    </WideContent>
  )
}
