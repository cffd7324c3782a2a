import { createInspector } from './inspector.ts'

/** Importing this file is all it takes: `wx` and `wxInspector` are there, and the panel is docked at the foot of the page. */
const inspector = createInspector()
inspector.install()
inspector.open()
