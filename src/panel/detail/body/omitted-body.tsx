import type { BodySnapshot } from '../../../contract/event/body-snapshot.ts'
import { formatSize } from '../../parts/format.ts'
import { detailWords } from '../../words/detail-words.ts'
import { useWords } from '../../words/words.ts'

/** Says why a body is not there, and how large it was. */
export function OmittedBody({ body }: { readonly body: Extract<BodySnapshot, { readonly kind: 'omitted' }> }) {
  const words = useWords(detailWords).response
  return (
    <p className="part-note">
      {words.omission[body.why]}
      {body.size > 0 && ` ${words.size}: ${formatSize(body.size)}`}
    </p>
  )
}
