/** What the phone shows while the app is in the background: a lock screen with one way back. */
export function BackgroundCover({ words, onBack }: { words: { title: string; sub: string; back: string }; onBack(): void }) {
  return (
    <div className="cover">
      <p className="cover-time" aria-hidden="true">
        9:41
      </p>
      <div className="cover-note" role="status">
        <strong>{words.title}</strong>
        <span>{words.sub}</span>
      </div>
      <button type="button" className="cover-back" onClick={onBack}>
        {words.back}
      </button>
    </div>
  )
}
