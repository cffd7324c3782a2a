// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }
import { afterEach, expect, it } from 'vitest'
import { showElement } from '../../../testing/show-element.tsx'
import { SandboxFrame } from './sandbox-frame.tsx'

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'trustedTypes')
})

it('puts a document into a frame that may do nothing at all', async () => {
  const { one } = await showElement(<SandboxFrame title="HTML" html={"<h1 title='\"><script>'>hi</h1>"} />)
  const frame = one('iframe')
  expect(frame.getAttribute('sandbox')).toBe('')
  expect(frame.getAttribute('referrerpolicy')).toBe('no-referrer')
  expect(frame.hasAttribute('src')).toBe(false)
  expect(frame.getAttribute('srcdoc')).toBe("<h1 title='\"><script>'>hi</h1>")
  expect(frame.getAttribute('title')).toBe('HTML')
})

it('says so where the page allows no policy of trusted types', async () => {
  Object.assign(globalThis, {
    trustedTypes: {
      createPolicy() {
        throw new TypeError('Refused to create a TrustedTypePolicy')
      },
    },
  })
  const { place, text } = await showElement(<SandboxFrame title="HTML" html="<p>x</p>" />)
  expect(place.querySelector('iframe')).toBeNull()
  expect(text()).toContain('Trusted Types')
})
