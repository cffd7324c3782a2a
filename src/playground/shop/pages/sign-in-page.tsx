import { useState } from 'react'
import { useWords } from '../../../entry/words.ts'
import { shopWords } from '../../words/shop-words.ts'
import type { CallProblem } from '../client/shop-client.ts'
import { useShop } from '../client/shop-context.ts'
import { ShopSeal } from '../parts/shop-seal.tsx'

/** Signs in with a code and keeps the cookies that come back. A wrong code shows what a 422 looks like. */
export function SignInPage() {
  const words = useWords(shopWords)
  const { client, say, sessionChanged, go } = useShop()
  const [phone, setPhone] = useState('13800000000')
  const [code, setCode] = useState('2468')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<CallProblem>()

  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem(undefined)
    client.call(
      '/v1/session',
      { method: 'POST', data: { phone, code } },
      {
        success: () => {
          sessionChanged()
          go({ to: 'back' })
        },
        fail: (why) => {
          setBusy(false)
          setProblem(why)
        },
      },
    )
  }

  return (
    <form className="sign-in" onSubmit={submit}>
      <ShopSeal />
      <p className="sign-in-lead">{words.signIn.lead}</p>
      <div className="card">
        <label className="field">
          <span>{words.signIn.phone}</span>
          <input required inputMode="tel" autoComplete="off" value={phone} onChange={(event) => setPhone(event.target.value)} />
        </label>
        <label className="field">
          <span>{words.signIn.code}</span>
          <input required inputMode="numeric" autoComplete="off" value={code} onChange={(event) => setCode(event.target.value)} />
        </label>
      </div>
      <p className="form-problem" role="alert">
        {problem ? (problem.message ? say(problem.message) : problem.errMsg) : ''}
      </p>
      <button type="submit" className="button is-wide" disabled={busy}>
        {busy ? words.signIn.busy : words.signIn.submit}
      </button>
    </form>
  )
}
