import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from './ensure-install.mjs'
import { binOf } from './run-step.mjs'
import { FINE, LINTED, TYPED } from './walls-plants.ts'

// A guard that sees nothing is green too: so each wall is run into once, in a small copy of the house.
describe('walls', () => {
  let house = ''
  let findings: readonly Finding[] = []

  beforeAll(() => {
    house = mkdtempSync(join(tmpdir(), 'walls-'))
    for (const file of ['biome.json', 'package.json', 'tsconfig.base.json']) copyFileSync(join(ROOT, file), join(house, file))
    mkdirSync(join(house, 'tools'))
    for (const file of ['no-now.grit', 'no-test-package.grit']) copyFileSync(join(ROOT, 'tools', file), join(house, 'tools', file))
    symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'), 'junction')
    for (const plant of [...FINE, ...LINTED]) write(join(house, plant.file), plant.text)
    findings = lint(house)
  }, 60_000)

  afterAll(() => rmSync(house, { recursive: true, force: true }))

  it.each(LINTED)('$wall', ({ file, rule }) => {
    const ours = findings.filter((finding) => finding.path === file).map((finding) => finding.rule)
    expect(ours).toContain(rule)
  })

  it('lets through what every folder may do', () => {
    const fine = FINE.map((plant) => plant.file)
    expect(findings.filter((finding) => fine.includes(finding.path))).toEqual([])
  })

  it.each(TYPED)('$wall', { timeout: 60_000 }, ({ folder, file, text, says }) => {
    const copy = mkdtempSync(join(tmpdir(), 'wall-of-types-'))
    try {
      copyFileSync(join(ROOT, 'tsconfig.base.json'), join(copy, 'tsconfig.base.json'))
      symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction')
      for (const name of ['contract', 'wechat', 'recorder', 'shim', 'transport', 'panel']) {
        mkdirSync(join(copy, 'src', name), { recursive: true })
        copyFileSync(join(ROOT, 'src', name, 'tsconfig.json'), join(copy, 'src', name, 'tsconfig.json'))
        write(join(copy, 'src', name, 'fine.ts'), 'export const FINE = 1\n')
      }
      const outside = ['--outDir', join(copy, 'types'), '--tsBuildInfoFile', join(copy, 'types', 'info')]
      const project = join(copy, 'src', folder)
      expect(typecheck(project, outside)).toBe('')
      write(join(copy, file), text)
      expect(typecheck(project, outside)).toContain(says)
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  })

  it('gives no file or folder a name that says nothing', () => {
    const names = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).flatMap((path) => path.split(/[\\/]/))
    expect(names.length).toBeGreaterThan(50)
    expect(names.filter((name) => /^(utils?|helpers?|common|managers?|services?|index)(\.|$)/.test(name))).toEqual([])
  })
})

interface Finding {
  readonly path: string
  readonly rule: string
}

function lint(folder: string): readonly Finding[] {
  // The copy is no git repository; nothing else of the real configuration is changed.
  const { stdout } = spawnSync(
    process.execPath,
    [binOf('@biomejs/biome'), 'lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json', 'src'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  )
  const { diagnostics } = JSON.parse(stdout)
  return diagnostics.map((found: { category: string; location: { path: string | { file: string } } }) => ({
    path: (typeof found.location.path === 'string' ? found.location.path : found.location.path.file).replaceAll('\\', '/'),
    rule: found.category,
  }))
}

function typecheck(project: string, options: readonly string[]): string {
  try {
    return execFileSync(process.execPath, [binOf('typescript', 'tsc'), '-p', project, '--pretty', 'false', ...options], {
      encoding: 'utf8',
      stdio: 'pipe',
    })
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}

function write(path: string, text: string) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
