import { addStyles } from '../../styles/style-sheets.ts'
import styles from './reading.css?inline'

addStyles(styles)

interface ReadingLineProps {
  /** What is being read. */
  readonly label: string
  /** How much of it was read, from 0 to 1. */
  readonly share: number
  readonly cancelLabel: string
  readonly onCancel: () => void
}

/** A file that is being read, and the way to stop that. */
export function ReadingLine({ label, share, cancelLabel, onCancel }: ReadingLineProps) {
  return (
    <div className="part-reading" role="status">
      <span className="part-reading-label">{label}</span>
      <progress className="part-reading-progress" max={1} value={share} aria-label={label} />
      <button type="button" className="part-button" onClick={onCancel}>
        {cancelLabel}
      </button>
    </div>
  )
}
