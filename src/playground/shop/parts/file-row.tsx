import { useWords } from '../../../entry/words.ts'
import { shopWords } from '../../words/shop-words.ts'

interface FileRowProps {
  readonly title: string
  readonly line: string
  /** 0 to 100 while the file travels. */
  readonly progress: number | undefined
  readonly problem: string
  onStart(): void
  /** Left out where stopping is nobody's wish. */
  onStop?(): void
  readonly children?: React.ReactNode
}

/** A row that sends or fetches a file: what it does, how far it is, what went wrong, and what came. */
export function FileRow({ title, line, progress, problem, onStart, onStop, children }: FileRowProps) {
  const words = useWords(shopWords)
  const running = progress !== undefined
  return (
    <div className="file-row">
      <button type="button" className="row" disabled={running && !onStop} onClick={running ? onStop : onStart}>
        <span>{title}</span>
        <span className="row-value">{running ? (onStop ? words.me.stop(progress) : `${progress}%`) : line}</span>
      </button>
      {running && <progress max={100} value={progress} aria-label={title} />}
      <p className="file-row-problem" role="status">
        {problem}
      </p>
      {children}
    </div>
  )
}
