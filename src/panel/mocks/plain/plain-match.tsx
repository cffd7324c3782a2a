import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import type { Missing } from '../../parts/lazy-component.tsx'
import { useWords } from '../../words/words.ts'
import { PlainEditor } from './plain-editor.tsx'
import { plainWords } from './plain-words.ts'

interface PlainMatchProps extends Missing {
  readonly rule: MockRule
  readonly onChange: (rule: MockRule) => Promise<void>
}

/** What calls a rule takes, as JSON, where there is no editor. */
export function PlainMatch({ rule, onChange, ...note }: PlainMatchProps) {
  const words = useWords(plainWords)
  return (
    <PlainEditor
      {...note}
      label={words.match}
      text={JSON.stringify(rule.when, null, 2)}
      onChange={(text) => void onChange({ ...rule, when: JSON.parse(text) as MockRule['when'] })}
    />
  )
}
