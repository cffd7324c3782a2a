import { formatCount } from '../parts/format.ts'
import { useInspector, useInspectorState } from '../store/inspector-context.ts'
import { frameWords } from '../words/frame-words.ts'
import { listWords } from '../words/list-words.ts'
import { viewWords } from '../words/view-words.ts'
import { useWords } from '../words/words.ts'
import { VIEWS, type View } from './views.ts'

/** Which view the panel shows, and what each of them holds. */
export function ViewTabs() {
  const words = useWords(listWords)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and borders that a toolbar has no room for
    <div className="views" role="group" aria-label={words.views}>
      {VIEWS.map((view) => (
        <ViewTab key={view.id} view={view} />
      ))}
    </div>
  )
}

function ViewTab({ view: { id, icon: Icon, useCount, useChanged } }: { readonly view: View }) {
  const words = useWords(frameWords)
  const label = useWords(viewWords)[id]
  const { store } = useInspector()
  const shown = useInspectorState((state) => state.view === id)
  const count = useCount?.() ?? 0
  const changed = useChanged?.() ?? false
  return (
    <button
      type="button"
      className="view-tab"
      aria-pressed={shown}
      aria-description={changed ? words.changed : undefined}
      title={label}
      onClick={() => store.actions.show({ view: id })}
    >
      <Icon size={14} aria-hidden />
      <span className="view-name">{label}</span>
      {/* Not part of the name, which would change while somebody looks for it; the summary below the list says it too. */}
      {count > 0 && (
        <span className="view-count" aria-hidden="true">
          {formatCount(count)}
        </span>
      )}
      {changed && <span className="view-changed" aria-hidden="true" />}
    </button>
  )
}
