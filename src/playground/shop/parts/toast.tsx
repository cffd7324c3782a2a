import { useEffect, useState } from 'react'

const SHOWN_FOR = 1800

/** Says a line for a moment; the same line again is said again. */
export function Toast({ text, count }: { text: string; count: number }) {
  const [over, setOver] = useState(0)
  useEffect(() => {
    if (count === 0) return
    const timer = setTimeout(() => setOver(count), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [count])
  const shown = count > over
  return (
    <div className={shown ? 'toast is-shown' : 'toast'} role="status">
      {shown ? text : ''}
    </div>
  )
}
