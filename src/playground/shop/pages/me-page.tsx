import { useWords } from '../../../entry/words.ts'
import { shopWords } from '../../words/shop-words.ts'
import { useShop } from '../client/shop-context.ts'
import { useCall } from '../client/use-call.ts'
import { usePortrait } from '../client/use-portrait.ts'
import { useWallpaper } from '../client/use-wallpaper.ts'
import type { Bilingual } from '../data/tea.ts'
import { FileRow } from '../parts/file-row.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { ShopSeal } from '../parts/shop-seal.tsx'

interface MeAnswer {
  readonly nickname: Bilingual
  readonly level: Bilingual
  readonly points: number
  readonly coupons: number
  readonly saved: number
  readonly lastOrder: string
}

/** The member's page. It asks even when signed out, so that the 401 can be seen in the inspector. */
export function MePage() {
  const words = useWords(shopWords)
  const { client, say, signedIn, sessionChanged, followsDark, setFollowsDark, go } = useShop()
  const { state, retry } = useCall<MeAnswer>(String(signedIn), (listeners) => client.call('/v1/me', {}, listeners))
  const portrait = usePortrait()
  const wallpaper = useWallpaper()
  const me = signedIn && state.status === 'done' ? state.data : undefined
  const broken = state.status === 'failed' && state.problem.statusCode !== 401 ? state.problem : undefined

  const signOut = () => client.call('/v1/session', { method: 'DELETE' }, { success: sessionChanged, fail: sessionChanged })

  return (
    <div className="me">
      <header className="me-head">
        {portrait.source ? <img className="me-portrait" src={portrait.source} alt={words.me.portrait} /> : <ShopSeal size={60} />}
        <div>
          <p className="me-name">{me ? say(me.nickname) : words.me.guest}</p>
          <p className="me-level">{me ? say(me.level) : words.me.guestSub}</p>
        </div>
        {!signedIn && (
          <button type="button" className="button is-light" onClick={() => go({ to: 'page', page: { page: 'sign-in' } })}>
            {words.me.signIn}
          </button>
        )}
      </header>
      {broken && <ProblemNote problem={broken} onRetry={retry} />}
      {me && (
        <dl className="card me-numbers">
          {(['points', 'coupons', 'saved'] as const).map((each) => (
            <div key={each}>
              <dt>{words.me[each]}</dt>
              <dd>{me[each].toLocaleString('en')}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="card rows">
        <button
          type="button"
          className="row"
          onClick={() => go({ to: 'page', page: { page: 'order', id: me?.lastOrder ?? 'HS-1106', fresh: false } })}
        >
          <span>{words.me.lastOrder}</span>
          <span className="row-value">{words.me.live}</span>
          <RowArrow />
        </button>
        <button type="button" className="row" onClick={() => go({ to: 'page', page: { page: 'chat' } })}>
          <span>{words.chat.title}</span>
          <span className="row-value">{words.me.overSocket}</span>
          <RowArrow />
        </button>
        <FileRow
          title={words.me.changePortrait}
          line={words.me.byUpload}
          progress={portrait.progress}
          problem={portrait.problem}
          onStart={portrait.choose}
        />
        <FileRow
          title={words.me.wallpaper}
          line={words.me.byDownload}
          progress={wallpaper.progress}
          problem={wallpaper.problem}
          onStart={wallpaper.download}
          onStop={wallpaper.stop}
        >
          {wallpaper.source && <img className="me-wallpaper" src={wallpaper.source} alt={words.me.wallpaperIs} />}
        </FileRow>
        <label className="row">
          <span>{words.me.dark}</span>
          <input
            type="checkbox"
            role="switch"
            className="switch"
            checked={followsDark}
            aria-checked={followsDark}
            onChange={(event) => setFollowsDark(event.target.checked)}
          />
        </label>
      </div>
      {signedIn && (
        <button type="button" className="button is-quiet is-wide" onClick={signOut}>
          {words.me.signOut}
        </button>
      )}
    </div>
  )
}

function RowArrow() {
  return (
    <svg viewBox="0 0 8 14" width="8" height="14" aria-hidden="true">
      <path d="M1 1l6 6l-6 6" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
