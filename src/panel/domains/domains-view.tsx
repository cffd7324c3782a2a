import { useInspector } from '../store/inspector-context.ts'
import { DomainPane } from './domain-pane.tsx'

/** The domain lists as a view of the panel. */
export function DomainsView() {
  const { source } = useInspector()
  return (
    <div className="domain-view">
      <DomainPane source={source} />
    </div>
  )
}
