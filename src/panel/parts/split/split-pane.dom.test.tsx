// @vitest-environment happy-dom
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { showElement } from '../../../testing/show-element.tsx'
import { SplitPane } from './split-pane.tsx'

function Panes({ second = true }: { readonly second?: boolean }) {
  const [share, setShare] = useState(0.5)
  return (
    <SplitPane direction="column" share={share} onShare={setShare} label="Divider" first={<p>list</p>} second={second && <p>details</p>} />
  )
}

describe('SplitPane', () => {
  it('moves its divider by keys and says where it stands', async () => {
    const { one, press } = await showElement(<Panes />)
    const divider = one('[role="separator"]')
    const at = async (key: string) => {
      await press(divider, key)
      return divider.getAttribute('aria-valuenow')
    }
    expect(divider.getAttribute('aria-orientation')).toBe('horizontal')
    expect([await at('ArrowDown'), await at('ArrowUp'), await at('End'), await at('Home')]).toEqual(['54', '50', '85', '15'])
  })

  it('collapses with Enter and comes back to where it was', async () => {
    const { one, press } = await showElement(<Panes />)
    const divider = one('[role="separator"]')
    await press(divider, 'ArrowDown')
    await press(divider, 'Enter')
    expect(divider.getAttribute('aria-valuenow')).toBe('15')
    await press(divider, 'Enter')
    expect(divider.getAttribute('aria-valuenow')).toBe('54')
  })

  it('has no divider while there is nothing to divide', async () => {
    const { place, text } = await showElement(<Panes second={false} />)
    expect(place.querySelector('[role="separator"]')).toBeNull()
    expect(text()).toBe('list')
  })
})
