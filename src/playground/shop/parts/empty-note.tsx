import { EmptyCup } from './empty-cup.tsx'

/** Says that there is nothing here, and offers a way on. */
export function EmptyNote({ title, line, children }: { title: string; line: string; children?: React.ReactNode }) {
  return (
    <div className="empty">
      <EmptyCup />
      <p className="empty-title">{title}</p>
      <p>{line}</p>
      {children}
    </div>
  )
}
