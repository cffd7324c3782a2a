import type { ComponentType } from 'react'
import { lazyComponent } from '../../parts/lazy-component.tsx'
import { detailWords } from '../../words/detail-words.ts'
import { useWords } from '../../words/words.ts'
import { TabBoundary } from './tab-boundary.tsx'

/** A part of a tab whose code comes when it is first drawn. What stands around it needs not wait, and stays when it does not come. */
export function lazySection<Props extends object>(fetchSection: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Section = lazyComponent(fetchSection)
  return function LazySection(props: Props) {
    const words = useWords(detailWords)
    return (
      <TabBoundary message={words.tabBroke}>
        <Section {...props} />
      </TabBoundary>
    )
  }
}
