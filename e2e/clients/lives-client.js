// The entries as a host bundles them: what has to be made, used and ended again and again in one page.
import { createInspector } from '../../dist/index.js'
import { createWx } from '../../dist/shim.js'

globalThis.lives = { createInspector, createWx }
