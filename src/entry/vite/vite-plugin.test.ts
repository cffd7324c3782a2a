import { expect, it } from 'vitest'
import { wxInspector } from './vite-plugin.ts'

it('runs in a dev server only, behind the plugins of frameworks', () => {
  expect(wxInspector()).toMatchObject({ name: 'wx-request-inspector', apply: 'serve', enforce: 'post' })
})

it.each([
  [{ settings: { platform: () => 'ios' } }, 'options.settings.platform'],
  [{ rules: [{ respond: { body: { json: [1n] } } }] }, 'options.rules.0.respond.body.json.0'],
  [{ handlers: [() => {}] }, 'options.handlers.0'],
])('refuses what would not reach the page, names it and says where it belongs: %o', (options, path) => {
  expect(() => wxInspector(options as never)).toThrow(
    expect.objectContaining({ code: 'bad-option', issues: [{ path, message: expect.stringContaining('setup') }] }),
  )
})
