import { useState } from 'react'
import { addStyles } from '../../styles/style-sheets.ts'
import { partWords } from '../../words/part-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './preview.css?inline'

addStyles(styles)

/**
 * An image from bytes at hand. It only ever goes through `<img>`, where even an SVG can neither run a script nor load anything.
 */
export function ImagePreview({ type, base64 }: { readonly type: string; readonly base64: string }) {
  const words = useWords(partWords)
  const src = `data:${type};base64,${base64}`
  const [seen, setSeen] = useState<{ readonly src: string; readonly size?: readonly [number, number] }>()
  const current = seen?.src === src ? seen : undefined
  if (current && !current.size) return <p className="part-note">{words.imageBroken}</p>
  return (
    <figure className="part-image">
      <img
        src={src}
        alt={words.imagePreview(type)}
        onLoad={({ currentTarget }) => setSeen({ src, size: [currentTarget.naturalWidth, currentTarget.naturalHeight] })}
        onError={() => setSeen({ src })}
      />
      <figcaption>
        {type}
        {current?.size && ` · ${words.imageSize(...current.size)}`}
      </figcaption>
    </figure>
  )
}
