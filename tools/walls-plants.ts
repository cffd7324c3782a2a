/** One fault per wall. `wall` is the sentence that docs/architecture.md promises. */
interface Plant {
  readonly wall: string
  readonly file: string
  readonly text: string
}

/** What the linter has to find. */
export const LINTED: readonly (Plant & { readonly rule: string })[] = [
  {
    wall: 'keeps the contract from importing any other folder',
    file: 'src/contract/imports-the-shim.ts',
    text: "import { createShim } from '../shim/create-wx.ts'\nexport const shim = createShim\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps packages out of the contract',
    file: 'src/contract/imports-a-package.ts',
    text: "import { object } from 'valibot'\nexport const schema = object\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'lets the parsers of the contract import valibot only',
    file: 'src/contract/parse/with-msw.ts',
    text: "import { http } from 'msw/http'\nexport const handler = http\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps WeChat’s rules from importing the shim that follows them',
    file: 'src/wechat/imports-the-shim.ts',
    text: "import { createShim } from '../shim/create-wx.ts'\nexport const shim = createShim\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps valibot out of WeChat’s rules, but for the reading of settings',
    file: 'src/wechat/imports-a-package.ts',
    text: "import { object } from 'valibot'\nexport const schema = object\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps the shim from importing the transport, also from an inner folder',
    file: 'src/shim/call/imports-the-transport.ts',
    text: "import { send } from '../../transport/fine.ts'\nexport const same = send\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps the shim from importing the panel, a lazy import included',
    file: 'src/shim/imports-the-panel.ts',
    text: "export const load = () => import('../panel/mount.tsx')\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps the shim from importing the recorder, types included',
    file: 'src/shim/imports-the-recorder.ts',
    text: "import type { TaskSnapshot } from '../recorder/task-snapshot.ts'\nexport type Snapshot = TaskSnapshot\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps MSW out of the shim',
    file: 'src/shim/imports-msw.ts',
    text: "import { http } from 'msw/http'\nexport const handler = http\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps the files from importing the shim',
    file: 'src/files/imports-the-shim.ts',
    text: "import { createShim } from '../shim/create-wx.ts'\nexport const shim = createShim\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps what clients look for from importing the files',
    file: 'src/device/imports-the-files.ts',
    text: "import { createFiles } from '../files/create-files.ts'\nexport const files = createFiles\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps the adapters of frameworks from importing the shim',
    file: 'src/adapters/imports-the-shim.ts',
    text: "import { createShim } from '../shim/create-wx.ts'\nexport const shim = createShim\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps what keeps a session from importing the shim',
    file: 'src/session/imports-the-shim.ts',
    text: "import { createShim } from '../shim/create-wx.ts'\nexport const shim = createShim\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps IndexedDB’s library out of all but the files and the session',
    file: 'src/device/imports-idb.ts',
    text: "import { openDB } from 'idb'\nexport const open = openDB\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps MSW out of the transports that are not MSW',
    file: 'src/transport/imports-msw.ts',
    text: "import { http } from 'msw/http'\nexport const handler = http\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps the transport from importing the shim, also from its inner folder',
    file: 'src/transport/msw/imports-the-shim.ts',
    text: "import { createShim } from '../../shim/create-wx.ts'\nexport const shim = createShim\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps the recorder from importing the transport',
    file: 'src/recorder/imports-the-transport.ts',
    text: "export * from '../transport/fetch-transport.ts'\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps what goes out and comes in from importing the panel',
    file: 'src/exchange/imports-the-panel.ts',
    text: "export const load = () => import('../panel/mount.tsx')\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps the panel from importing the shim, also from an inner folder',
    file: 'src/panel/parts/imports-the-shim.ts',
    text: "import { createShim } from '../../shim/create-wx.ts'\nexport const shim = createShim\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps MSW out of the panel',
    file: 'src/panel/imports-msw.ts',
    text: "import { http } from 'msw/http'\nexport const handler = http\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps the entries from importing the playground',
    file: 'src/entry/imports-the-playground.ts',
    text: "import { shop } from '../playground/shop.ts'\nexport const app = shop\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps CodeMirror in the folder of the playground’s editor',
    file: 'src/playground/code/screen/imports-codemirror.ts',
    text: "import { EditorView } from '@codemirror/view'\nexport const view = EditorView\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'lets the playground use only what users of the package can',
    file: 'src/playground/imports-the-recorder.ts',
    text: "import { EventLog } from '../recorder/event-log.ts'\nexport const Log = EventLog\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    wall: 'keeps packages of the tests out of what is published',
    file: 'src/recorder/imports-a-test-package.ts',
    text: "import { property } from 'fast-check'\nexport const run = property\n",
    rule: 'plugin',
  },
  {
    wall: 'forbids import loops',
    file: 'src/recorder/loop-one.ts',
    text: "import { two } from './loop-two.ts'\nexport const one = () => two\n",
    rule: 'lint/suspicious/noImportCycles',
  },
  {
    wall: 'forbids import loops, seen from their other end',
    file: 'src/recorder/loop-two.ts',
    text: "import { one } from './loop-one.ts'\nexport const two = () => one\n",
    rule: 'lint/suspicious/noImportCycles',
  },
  {
    wall: 'forbids loops of types too',
    file: 'src/recorder/type-loop-one.ts',
    text: "import { two } from './type-loop-two.ts'\nexport interface One { readonly two: typeof two }\n",
    rule: 'lint/suspicious/noImportCycles',
  },
  {
    wall: 'forbids loops of types too, seen from their other end',
    file: 'src/recorder/type-loop-two.ts',
    text: "import type { One } from './type-loop-one.ts'\nexport const two: One | undefined = undefined\n",
    rule: 'lint/suspicious/noImportCycles',
  },
  {
    wall: 'lets time in through the clock only',
    file: 'src/shim/asks-for-the-time.ts',
    text: 'export const now = () => Date.now()\n',
    rule: 'plugin',
  },
  {
    wall: 'lets the panel ask for the date of a moment, not for the moment',
    file: 'src/panel/asks-for-the-date.ts',
    text: 'export const today = () => new Date()\n',
    rule: 'plugin',
  },
  {
    wall: 'lets nobody wait but the clock',
    file: 'src/transport/waits.ts',
    text: 'export const wait = (done: () => void) => setTimeout(done, 10)\n',
    rule: 'lint/style/noRestrictedGlobals',
  },
  {
    wall: 'forbids default exports',
    file: 'src/panel/default-export.ts',
    text: 'export default 1\n',
    rule: 'lint/style/noDefaultExport',
  },
  {
    wall: 'wants kebab-case file names',
    file: 'src/panel/CamelCase.ts',
    text: 'export const x = 1\n',
    rule: 'lint/style/useFilenamingConvention',
  },
  {
    wall: 'lets no html in as a string',
    file: 'src/panel/raw-html.tsx',
    text: 'export const Raw = ({ html }: { html: string }) => <p dangerouslySetInnerHTML={{ __html: html }} />\n',
    rule: 'lint/security/noDangerouslySetInnerHtml',
  },
]

/** What the linter has to leave alone: a wall without a door is no use either. */
export const FINE: readonly { readonly file: string; readonly text: string }[] = [
  { file: 'src/contract/fine.ts', text: "import type { Clock } from './clock.ts'\nexport type Now = Clock['now']\n" },
  {
    file: 'src/contract/clock.ts',
    text: 'export interface Clock {\n  now(): number\n}\nexport const clock: Clock = { now: () => performance.now() }\n',
  },
  { file: 'src/contract/parse/fine.ts', text: "import { string } from 'valibot'\nexport const schema = string()\n" },
  {
    file: 'src/wechat/settings/fine.ts',
    text: "import { string } from 'valibot'\nimport type { Clock } from '../../contract/clock.ts'\nexport const uses = (clock: Clock) => [string, clock]\n",
  },
  {
    file: 'src/shim/call/fine.ts',
    text: "import type { Clock } from '../../contract/clock.ts'\nimport type { uses } from '../../wechat/settings/fine.ts'\nimport type { Now } from '../fine.ts'\nexport type All = [Clock, typeof uses, Now]\n",
  },
  { file: 'src/shim/fine.ts', text: "import type { Clock } from '../contract/clock.ts'\nexport type Now = Clock['now']\n" },
  {
    file: 'src/shim/fine.test.ts',
    text: "import { property } from 'fast-check'\nimport { it } from 'vitest'\nimport { fake } from '../testing/fake.ts'\nexport const used = [property, it, fake]\n",
  },
  {
    file: 'src/files/fine.ts',
    text: "import { openDB } from 'idb'\nimport type { Clock } from '../contract/clock.ts'\nexport const uses = (clock: Clock) => [openDB, clock]\n",
  },
  {
    file: 'src/session/fine.ts',
    text: "import { openDB } from 'idb'\nimport type { Two } from '../recorder/fine.ts'\nexport const uses = (two: Two) => [openDB, two]\n",
  },
  { file: 'src/device/fine.ts', text: "import type { Clock } from '../contract/clock.ts'\nexport type Now = Clock['now']\n" },
  { file: 'src/adapters/fine.ts', text: "import type { Clock } from '../contract/clock.ts'\nexport type Now = Clock['now']\n" },
  { file: 'src/testing/fake.ts', text: 'export const fake = 1\n' },
  { file: 'src/transport/fine.ts', text: "import type { Clock } from '../contract/clock.ts'\nexport type Now = Clock['now']\n" },
  {
    file: 'src/transport/msw/fine.ts',
    text: "import { http } from 'msw/http'\nimport type { Clock } from '../../contract/clock.ts'\nimport type { Now } from '../fine.ts'\nexport const uses = (now: Now, clock: Clock) => [http, now, clock]\n",
  },
  {
    file: 'src/panel/parts/fine.ts',
    text: "import { useState } from 'react'\nimport type { Clock } from '../../contract/clock.ts'\nimport type { Two } from '../../recorder/fine.ts'\nexport const uses = (clock: Clock, two: Two) => [useState, clock, two]\n",
  },
  { file: 'src/shim/shows-a-date.ts', text: 'export const show = (at: number) => new Date(at).toISOString()\n' },
  { file: 'src/recorder/fine.ts', text: 'export type Two = 2\n' },
  { file: 'src/entry/fine.ts', text: "import type { Now } from '../shim/fine.ts'\nexport type Same = Now\n" },
]

/** What the compiler has to find: each folder is given only the part of the platform that it may touch. */
export const TYPED: readonly (Plant & { readonly folder: string; readonly says: string })[] = [
  {
    wall: 'keeps the recorder away from the DOM',
    folder: 'recorder',
    file: 'src/recorder/plant.ts',
    text: 'export const title = () => document.title\n',
    says: "Cannot find name 'document'",
  },
  {
    wall: 'keeps the recorder away from the network',
    folder: 'recorder',
    file: 'src/recorder/plant.ts',
    text: "export const call = () => fetch('/')\n",
    says: "Cannot find name 'fetch'",
  },
  {
    wall: 'keeps the shim away from the DOM',
    folder: 'shim',
    file: 'src/shim/plant.ts',
    text: 'export const title = () => document.title\n',
    says: "Cannot find name 'document'",
  },
  {
    wall: 'keeps Node away from the transport',
    folder: 'transport',
    file: 'src/transport/plant.ts',
    text: 'export const mode = () => process.env\n',
    says: "Cannot find name 'process'",
  },
  {
    wall: 'keeps the recorder from importing the shim by its types',
    folder: 'recorder',
    file: 'src/recorder/plant.ts',
    text: "export type Fine = import('../shim/fine.ts').FINE\n",
    says: 'error TS6307',
  },
]
