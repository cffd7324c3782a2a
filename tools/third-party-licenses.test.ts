import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './ensure-install.mjs'
import { licenseNotices } from './third-party-licenses.mjs'

describe('licenseNotices', () => {
  const moduleOf = (path: string) => join(ROOT, 'node_modules', path)

  it('gives each package once, with its version and the text of its license, in the order of their names', () => {
    const notices = licenseNotices([moduleOf('react/index.js'), moduleOf('@tanstack/store/dist/index.js'), moduleOf('react/cjs/react.js')])
    expect(notices.match(/^── .+ ──$/gm)).toEqual([
      expect.stringMatching(/^── @tanstack\/store \d.+, MIT ──$/),
      expect.stringMatching(/^── react \d.+, MIT ──$/),
    ])
    expect(notices).toContain('Copyright (c) Meta Platforms, Inc. and affiliates.')
    expect(notices).toMatch(/Copyright .+ Tanner Linsley/)
  })

  it('names where a package is from that brings no text', () => {
    expect(licenseNotices([moduleOf('is-node-process/lib/index.mjs')])).toMatch(/is-node-process \d.+, MIT ──\n\nFrom https:\/\//)
  })

  it('leaves out what is our own', () => {
    expect(licenseNotices([join(ROOT, 'src', 'entry', 'shim.ts'), '\0rolldown/runtime.js'])).not.toContain('──')
  })
})
