// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { showElement } from '../../testing/show-element.tsx'
import { listWords } from '../words/list-words.ts'
import { LanguageContext } from '../words/words.ts'
import { PanelBoundary } from './panel-boundary.tsx'

describe('PanelBoundary', () => {
  it('says what broke instead of taking the panel down, and draws again on request', async () => {
    let broken = true
    const Part = () => {
      if (broken) throw new Error('a row of a strange kind')
      return <p>whole</p>
    }
    const { text, click } = await showElement(
      <LanguageContext value="en">
        <p>beside</p>
        <PanelBoundary message={listWords.en.listBroke}>
          <Part />
        </PanelBoundary>
      </LanguageContext>,
    )
    expect(text()).toContain('beside')
    expect(text()).toContain('Recording continues')
    expect(text()).toContain('a row of a strange kind')
    broken = false
    await click('Retry')
    expect(text()).toBe('besidewhole')
  })
})
