import { useEffect, useState } from 'react'
import { useWords } from '../../../entry/words.ts'
import { shopWords } from '../../words/shop-words.ts'
import { useShop } from '../client/shop-context.ts'
import { useCall } from '../client/use-call.ts'

/** A picture fetched through `wx.request` as an ArrayBuffer, so that its bytes are on the timeline too. */
export function OriginPicture({ url, alt, caption }: { url: string; alt: string; caption: string }) {
  const words = useWords(shopWords)
  const { client } = useShop()
  const { state, retry } = useCall<ArrayBuffer>(url, (listeners) => client.call(url, { responseType: 'arraybuffer' }, listeners))
  const bytes = state.status === 'done' ? state.data : undefined
  const [source, setSource] = useState<string>()

  useEffect(() => {
    if (!bytes) return
    const made = URL.createObjectURL(new Blob([bytes], { type: 'image/svg+xml' }))
    setSource(made)
    return () => {
      URL.revokeObjectURL(made)
      setSource(undefined)
    }
  }, [bytes])

  return (
    <figure className="origin">
      {source ? (
        <img src={source} alt={alt} />
      ) : state.status === 'failed' ? (
        <button type="button" className="origin-retry" onClick={retry}>
          <span>{state.problem.errMsg}</span>
          <b>{words.retry}</b>
        </button>
      ) : (
        <span className="bone is-picture" role="status" aria-label={words.loading} />
      )}
      <figcaption>{caption}</figcaption>
    </figure>
  )
}
