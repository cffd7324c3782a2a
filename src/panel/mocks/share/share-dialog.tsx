import { useEffect, useRef, useState } from 'react'
import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import { toJson } from '../../../contract/to-json.ts'
import { type SharedRules, writeShare } from '../../../exchange/share/share-link.ts'
import { SHARE_MARK } from '../../../exchange/share/share-mark.ts'
import { toRuleFile } from '../../../mocks/rule-file.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Dialog } from '../../parts/dialog/dialog.tsx'
import { formatCount, formatSize } from '../../parts/format.ts'
import { saveFile } from '../../parts/save-file.ts'
import { Segments } from '../../parts/segments.tsx'
import { useInspector } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { mocksViewWords } from '../../words/mocks-view-words.ts'
import { useWords } from '../../words/words.ts'
import { standing } from '../rules/rule-changes.ts'
import styles from './share.css?inline'

addStyles(styles)

/** Characters of an address from which on some programs cut it off, and from which on Chromium opens none. */
const LONG = 8000
const TOO_LONG = 2_000_000

interface ShareDialogProps {
  readonly rules: readonly MockRule[]
  readonly onClose: () => void
}

/** Rules as a link: how long it is and what was replaced in it is told before it is copied. */
export function ShareDialog({ rules, onClose }: ShareDialogProps) {
  const words = useWords(mocksViewWords)
  const { source } = useInspector()
  const state = useSourceState(source)
  const dialog = useRef<HTMLDialogElement>(null)
  const on = rules.filter(({ enabled }) => enabled)
  const changed = on.filter((rule) => standing(rule, state?.rulesAsCoded) !== 'same')
  const [which, setWhich] = useState<'changed' | 'all'>(changed.length > 0 ? 'changed' : 'all')
  const [made, setMade] = useState<SharedRules>()
  const scenarios = state?.scenarios ?? []
  const coded = new Set(state?.scenariosAsCoded?.map((scenario) => toJson(scenario)))
  const [file] = useState({
    changed: toRuleFile(
      changed,
      scenarios.filter((scenario) => !coded.has(toJson(scenario))),
    ),
    all: toRuleFile(on, scenarios),
  })
  useEffect(() => {
    let left = false
    setMade(undefined)
    void writeShare(file[which]).then((next) => !left && setMade(next))
    return () => {
      left = true
    }
  }, [file, which])
  const link = made && addressWithout(location.href) + made.hash
  return (
    <Dialog dialog={dialog} className="share-dialog" title={words.shareTitle} closeLabel={words.dismiss} onClose={onClose}>
      <p>{words.shareNote}</p>
      {changed.length > 0 && changed.length < on.length && (
        <Segments
          label={words.shareWhich}
          items={[
            { id: 'changed', label: words.shareChanged(formatCount(changed.length)) },
            { id: 'all', label: words.shareAll(formatCount(on.length)) },
          ]}
          selected={which}
          onSelect={setWhich}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keys */}
      <ul className="share-rules" aria-label={words.list} tabIndex={0}>
        {file[which].rules.map(({ id, name, when }) => (
          <li key={id}>
            <span>{name}</span> <code>{[when.method ?? '', when.url].flat().join(' ')}</code>
          </li>
        ))}
        {file[which].scenarios.map(({ id, name }) => (
          <li key={`scenario ${id}`}>
            {words.scenario} {name}
          </li>
        ))}
      </ul>
      <div role="status">
        <p>{link === undefined ? words.sharePreparing : words.shareSize(formatSize(link.length), formatCount(link.length))}</p>
        {made && <p>{made.replaced.length > 0 ? words.replacedIn(made.replaced.join(words.comma)) : words.nothingReplaced}</p>}
        {link !== undefined && link.length > LONG && (
          <p className="share-long">{link.length > TOO_LONG ? words.shareTooLong : words.shareLong}</p>
        )}
      </div>
      <footer className="dialog-acts">
        <button
          type="button"
          className="part-button"
          disabled={!made}
          onClick={() => made && saveFile(toJson(made.file, { indent: 2 }), 'rules.json', 'application/json')}
        >
          {words.saveFile}
        </button>
        {link !== undefined && link.length <= TOO_LONG && <CopyButton text={link} label={words.copyLink} wide />}
      </footer>
    </Dialog>
  )
}

/** The address of the page without rules that were shared by it before. */
function addressWithout(href: string): string {
  const at = href.indexOf(SHARE_MARK)
  return at < 0 ? href : href.slice(0, at)
}
