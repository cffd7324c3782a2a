import { useState } from 'react'
import { askKeeper, brew, listTeas, sendLeaf, stopBrewing } from './calls.js'

export function App() {
  const [text, say] = useState('')
  return (
    <main>
      <h1>Tea shop</h1>
      <button type="button" onClick={() => listTeas(say)}>
        List teas
      </button>
      <button type="button" onClick={() => brew(say)}>
        Brew
      </button>
      <button type="button" onClick={stopBrewing}>
        Stop brewing
      </button>
      <button type="button" onClick={() => sendLeaf(say)}>
        Send a leaf
      </button>
      <button type="button" onClick={() => askKeeper(say)}>
        Ask the keeper
      </button>
      <p>{text}</p>
    </main>
  )
}
