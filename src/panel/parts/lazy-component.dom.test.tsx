// @vitest-environment happy-dom
import { act, type ComponentType } from 'react'
import { describe, expect, it } from 'vitest'
import { showElement } from '../../testing/show-element.tsx'
import { LanguageContext } from '../words/words.ts'
import { fetchLateParts, lazyComponent } from './lazy-component.tsx'
import { PanelBoundary } from './panel-boundary.tsx'

type Part = ComponentType<{ readonly name: string }>

const Greeting: Part = ({ name }) => <p>Hello, {name}</p>

/** A part with the fetches that were begun for it, to be ended by hand. */
function setUp() {
  const fetches: { readonly resolve: (part: Part) => void; readonly reject: (fault: Error) => void }[] = []
  const Late = lazyComponent(() => new Promise<Part>((resolve, reject) => fetches.push({ resolve, reject })))
  const show = (...names: string[]) =>
    showElement(
      <LanguageContext value="en">
        <PanelBoundary message="It broke.">
          {names.map((name) => (
            <Late key={name} name={name} />
          ))}
        </PanelBoundary>
      </LanguageContext>,
    )
  return { fetches, show }
}

describe('a late part', () => {
  it('says that it is on its way, then stands there', async () => {
    const { fetches, show } = setUp()
    const { text } = await show('Wei')
    expect(text()).toBe('Loading…')
    await act(async () => fetches[0]?.resolve(Greeting))
    expect(text()).toBe('Hello, Wei')
  })

  it('stands at once when it was fetched before', async () => {
    const { fetches, show } = setUp()
    await show('Wei')
    await act(async () => fetches[0]?.resolve(Greeting))
    expect((await show('Lin')).text()).toBe('Hello, Lin')
    expect(fetches).toHaveLength(1)
  })

  it('stands at once when all were fetched before it was drawn', async () => {
    const { fetches, show } = setUp()
    const fetched = fetchLateParts()
    fetches[0]?.resolve(Greeting)
    await fetched
    expect((await show('Wei')).text()).toBe('Hello, Wei')
    expect(fetches).toHaveLength(1)
  })

  it('is fetched before it is drawn, too, where its code comes with a part that is late itself', async () => {
    const inner: string[] = []
    lazyComponent(async () => {
      lazyComponent(async () => {
        inner.push('fetched')
        return Greeting
      })
      return Greeting
    })
    await fetchLateParts()
    expect(inner).toEqual(['fetched'])
  })

  it('is asked for again when it did not come before it was drawn', async () => {
    const { fetches, show } = setUp()
    const fetched = fetchLateParts()
    fetches[0]?.reject(new Error('no connection'))
    await fetched
    const { text } = await show('Wei')
    await act(async () => fetches[1]?.resolve(Greeting))
    expect(text()).toBe('Hello, Wei')
  })

  it('stands in two places', async () => {
    const { fetches, show } = setUp()
    const { text } = await show('Wei', 'Lin')
    await act(async () => {
      for (const fetch of fetches) fetch.resolve(Greeting)
    })
    expect(text()).toBe('Hello, WeiHello, Lin')
  })

  it('tells the boundary when it cannot be fetched, and is asked for again', async () => {
    const { fetches, show } = setUp()
    const { text, click } = await show('Wei')
    await act(async () => fetches[0]?.reject(new Error('no connection')))
    expect(text()).toContain('It broke.no connection')
    await click('Retry')
    expect(text()).toBe('Loading…')
    await act(async () => fetches[1]?.resolve(Greeting))
    expect(text()).toBe('Hello, Wei')
  })
})
