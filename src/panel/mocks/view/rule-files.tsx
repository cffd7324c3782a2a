import { Check, ChevronDown, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { type Issue, isInspectorError } from '../../../contract/inspector-error.ts'
import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import type { Scenario } from '../../../contract/mock/scenario.ts'
import { toJson } from '../../../contract/to-json.ts'
import { toRuleFile } from '../../../mocks/rule-file.ts'
import { formatCount } from '../../parts/format.ts'
import { lazyComponent } from '../../parts/lazy-component.tsx'
import { Menu } from '../../parts/menu/menu.tsx'
import { ReadingLine } from '../../parts/reading/reading-line.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { exchangeWords } from '../../words/exchange-words.ts'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'
import { changeMocks, changeRules } from '../rules/mocks-state.ts'
import { standing } from '../rules/rule-changes.ts'

const ShareDialog = lazyComponent(async () => (await import('../share/share-dialog.tsx')).ShareDialog, { when: 'asked' })

interface RuleFilesProps {
  readonly rules: readonly MockRule[]
  readonly scenarios: readonly Scenario[]
}

/** What came of an import. */
interface Imported {
  /** `undefined` if it could not be read at all. */
  readonly added: readonly MockRule[] | undefined
  readonly scenarios: readonly Scenario[]
  /** Names of values that were replaced before a link was made. */
  readonly replaced: readonly string[]
  readonly issues: readonly Issue[]
}

/** A file on its way. */
interface Reading {
  readonly name: string
  readonly share: number
  readonly cancel: () => void
}

/** Problems that are listed; the rest is counted. */
const MOST_LISTED = 200

/** Names of secrets that are told. */
const MOST_NAMES = 6

/** Rules out of a file and into one. */
export function RuleFiles({ rules, scenarios }: RuleFilesProps) {
  const words = useWords(mocksViewWords)
  const exchange = useWords(exchangeWords)
  const { source, store, announce } = useInspector()
  const picker = useRef<HTMLInputElement>(null)
  const [at, setAt] = useState<HTMLElement>()
  const [sharing, setSharing] = useState(false)
  const [imported, setImported] = useState<Imported>()
  const [reading, setReading] = useState<Reading>()
  const last = useRef<AbortController>(undefined)
  useEffect(() => () => last.current?.abort(), [])

  const take = async (name: string, open: () => Promise<{ readonly file: unknown; readonly replaced?: readonly string[] }>) => {
    last.current?.abort()
    const aborter = new AbortController()
    const { signal } = aborter
    last.current = aborter
    const onProgress = (share: number) => setReading({ name, share, cancel: () => aborter.abort() })
    onProgress(0)
    try {
      const { readImport } = await import('../../../mocks/import/read-import.ts')
      const { file, replaced = [] } = await open()
      const read = await readImport(file, { rules, scenarios }, { signal, onProgress })
      signal.throwIfAborted()
      const now = source.state?.()
      await changeMocks(
        { source, store },
        {
          ...(read.rules.length > 0 && { rules: [...read.rules, ...(now?.rules ?? rules)] }),
          ...(read.scenarios.length > 0 && { scenarios: [...(now?.scenarios ?? scenarios), ...read.scenarios] }),
        },
      )
      setImported({ added: read.rules, scenarios: read.scenarios, replaced, issues: read.skipped })
      announce(words.imported(formatCount(read.rules.length)))
    } catch (cause) {
      if (signal.aborted) return
      const issues = isInspectorError(cause) ? cause.issues : [{ path: name, message: String(cause) }]
      setImported({ added: undefined, scenarios: [], replaced: [], issues })
      announce(words.notImported)
    } finally {
      if (last.current === aborter) setReading(undefined)
    }
  }
  const shared = useSourceState(source)?.shared
  const taken = useRef<string>(undefined)
  useEffect(() => {
    if (shared === undefined || taken.current === shared) return
    taken.current = shared
    void source.send?.({ type: 'take-shared' })
    void take(words.link, async () => (await import('../../../exchange/share/share-link.ts')).readShare(shared))
  })
  const enable = async ({ added = [] }: Imported) => {
    const ids = new Set(added.map(({ id }) => id))
    const now = source.state?.()?.rules ?? rules
    await changeRules(
      { source, store },
      now.map((rule) => (ids.has(rule.id) ? { ...rule, enabled: true } : rule)),
    )
  }
  const ids = new Set(imported?.added?.map(({ id }) => id))
  const arrived = ids.size > 0 ? rules.filter(({ id }) => ids.has(id)) : []
  const waiting = arrived.some(({ enabled }) => !enabled)
  const said = ({ added }: Imported): string => {
    if (added === undefined) return words.notImported
    if (added.length > 0 && arrived.length === 0) return words.importGone
    return (arrived.some(({ enabled }) => enabled) ? words.importedSome : words.imported)(formatCount(added.length))
  }
  const save = async (form: 'json' | 'msw', redact: boolean) => {
    const saved = redact ? await withoutSecrets(rules, source.state?.().rulesAsCoded ?? []) : { rules, replaced: [] }
    if (form === 'json') saveFile(toJson(toRuleFile(saved.rules, scenarios), { indent: 2 }), 'rules.json', 'application/json')
    else {
      const { writeHandlers } = await import('../../../mocks/export/write-handlers.ts')
      saveFile(writeHandlers(saved.rules), 'handlers.ts', 'text/typescript')
    }
    if (saved.replaced.length === 0) return
    const names = [...new Set(saved.replaced.map(({ name }) => name))].filter((name) => name !== '')
    const marks = new Set(saved.replaced.map(({ mark }) => mark))
    store.actions.setSnackbar({
      text: exchange.replaced(formatCount(marks.size), names.slice(0, MOST_NAMES).join(exchange.comma)),
      act: { label: exchange.saveWithSecrets, run: () => void save(form, false) },
    })
  }
  return (
    <>
      <span className="rule-files">
        {source.send && (
          <>
            <button
              type="button"
              className="part-button"
              data-kind="quiet"
              title={words.importHint}
              onClick={() => picker.current?.click()}
            >
              {words.import}
            </button>
            <input
              ref={picker}
              type="file"
              hidden
              accept=".json,.har,.yaml,.yml,application/json"
              aria-label={words.importHint}
              onChange={({ target }) => {
                const file = target.files?.[0]
                // The same file can be chosen again.
                target.value = ''
                if (file) void take(file.name, async () => ({ file }))
              }}
            />
          </>
        )}
        <button
          type="button"
          className="part-button"
          data-kind="quiet"
          aria-haspopup="menu"
          aria-expanded={at !== undefined}
          onClick={(event) => setAt(at ? undefined : event.currentTarget)}
        >
          {words.export}
          <ChevronDown size={12} aria-hidden="true" />
        </button>
      </span>
      {at && (
        <Menu
          label={words.export}
          at={at}
          opener={at}
          onClose={() => setAt(undefined)}
          groups={[
            {
              id: 'export',
              items: [
                {
                  id: 'json',
                  label: words.exportJson,
                  onSelect: () => void save('json', true),
                },
                { id: 'msw', label: words.exportMsw, onSelect: () => void save('msw', true) },
                { id: 'link', label: words.shareLink, onSelect: () => setSharing(true) },
              ],
            },
          ]}
        />
      )}
      {sharing && <ShareDialog rules={rules} onClose={() => setSharing(false)} />}
      {reading && (
        <ReadingLine label={exchange.reading(reading.name)} share={reading.share} cancelLabel={exchange.cancel} onCancel={reading.cancel} />
      )}
      {imported && (
        <section className="rule-imported" aria-label={words.import} data-tone={imported.added === undefined ? 'failed' : undefined}>
          <p>
            <span>{said(imported)}</span>
            <button
              type="button"
              className="part-icon-button"
              aria-label={words.dismiss}
              title={words.dismiss}
              onClick={() => setImported(undefined)}
            >
              <X size={14} aria-hidden="true" />
            </button>
          </p>
          {waiting && (
            <button type="button" className="part-button" onClick={() => void enable(imported)}>
              <Check size={13} aria-hidden="true" />
              {words.enableAll}
            </button>
          )}
          {imported.added && imported.added.length + imported.scenarios.length > 0 && (
            <details>
              <summary>{words.came}</summary>
              <ul>
                {imported.added.slice(0, MOST_LISTED).map(({ id, name, when }) => (
                  <li key={id}>
                    {name} <code>{[when.method ?? '', when.url].flat().join(' ')}</code>
                  </li>
                ))}
                {imported.scenarios.map(({ id, name }) => (
                  <li key={`scenario ${id}`}>
                    {words.scenario} {name}
                  </li>
                ))}
              </ul>
            </details>
          )}
          {imported.replaced.length > 0 && <p className="rule-replaced">{words.replacedIn(imported.replaced.join(words.comma))}</p>}
          {imported.issues.length > 0 && (
            <details open={imported.added === undefined}>
              <summary>{words.notTaken(formatCount(imported.issues.length))}</summary>
              <ul>
                {imported.issues.slice(0, MOST_LISTED).map(({ path, message }) => (
                  <li key={`${path} ${message}`}>
                    <code>{path}</code> {message}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      )}
    </>
  )
}

/** Rules without the secrets that recorded calls and people brought into them. What the code brought is in the code already. */
async function withoutSecrets(rules: readonly MockRule[], asCoded: readonly MockRule[]) {
  const { redactRules } = await import('../../../exchange/redact/redact-rules.ts')
  const redacted = redactRules(rules.filter((rule) => standing(rule, asCoded) !== 'same'))
  const changed = new Map(redacted.rules.map((rule) => [rule.id, rule]))
  return { rules: rules.map((rule) => changed.get(rule.id) ?? rule), replaced: redacted.replaced }
}
