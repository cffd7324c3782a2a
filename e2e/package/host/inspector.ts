import { createInspector } from 'wx-request-inspector'
import { OPTIONS } from './options.ts'

const inspector = createInspector(OPTIONS)
inspector.install()
inspector.open()
