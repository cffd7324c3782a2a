import { useMemo, useState } from 'react'
import { addStyles } from '../../styles/style-sheets.ts'
import { partWords } from '../../words/part-words.ts'
import { useWords } from '../../words/words.ts'
import { imageCost } from './image-cost.ts'
import styles from './preview.css?inline'
import { imageDocument } from './preview-document.ts'
import { SandboxFrame } from './sandbox-frame.tsx'
import { ZoomedImage } from './zoomed-image.tsx'

addStyles(styles)

interface ImagePreviewProps {
  readonly type: string
  readonly base64: string
  readonly bytes: Uint8Array
}

/**
 * An image from bytes at hand. It only ever goes through `<img>`, where even an SVG can neither run a script nor load anything;
 * one that may take long to draw is drawn when asked for, in a frame.
 */
export function ImagePreview({ type, base64, bytes }: ImagePreviewProps) {
  const words = useWords(partWords)
  const cost = useMemo(() => imageCost(type, bytes), [type, bytes])
  const [asked, setAsked] = useState<Uint8Array>()
  const src = `data:${type};base64,${base64}`

  if (cost === undefined) return <QuickImage type={type} src={src} />
  if (asked !== bytes) {
    return (
      <div className="part-ask">
        <p>{words.imageCostly[cost]}</p>
        <button type="button" className="part-button" onClick={() => setAsked(bytes)}>
          {words.imageDraw}
        </button>
      </div>
    )
  }
  return (
    <div className="part-html">
      <SandboxFrame title={words.imagePreview(type)} html={imageDocument(src)} />
    </div>
  )
}

/** An image and what the browser says of its size, fitted to the room that there is. */
function QuickImage({ type, src }: { readonly type: string; readonly src: string }) {
  const words = useWords(partWords)
  const [seen, setSeen] = useState<{ readonly src: string; readonly size?: readonly [number, number] }>()
  const current = seen?.src === src ? seen : undefined
  if (current && !current.size) return <p className="part-note">{words.imageBroken}</p>
  return (
    <ZoomedImage
      key={src}
      caption={[type, current?.size && words.imageSize(...current.size)].filter((part) => part !== undefined).join(' · ')}
      size={current?.size}
      image={
        <img
          src={src}
          alt={words.imagePreview(type)}
          draggable={false}
          onLoad={({ currentTarget }) => setSeen({ src, size: [currentTarget.naturalWidth, currentTarget.naturalHeight] })}
          onError={() => setSeen({ src })}
        />
      }
    />
  )
}
