import delay from '../../contract/draw/draw-delay.ts?raw'
import draw from '../../contract/draw/seeded-random.ts?raw'
import * as dictionary from '../../contract/mockjs/dictionary.ts'
import formatDate from '../../contract/mockjs/format-date.ts?raw'
import make from '../../contract/mockjs/make-from-template.ts?raw'
import parseKey from '../../contract/mockjs/parse-key.ts?raw'
import placeholders from '../../contract/mockjs/placeholders.ts?raw'
import readArguments from '../../contract/mockjs/read-arguments.ts?raw'
import { toJson } from '../../contract/to-json.ts'
import type { DrawingSources } from './handler-helpers.ts'

const JSON_TYPE = 'type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }'
const DELAY_TYPE = 'type Delay = number | { mean: number; jitter?: number; distribution?: string; seed?: number }'

const inModule = (source: string): string =>
  source
    .replace(/^import [^;]*?from '.*'\n/gm, '')
    .replace(/^export /gm, '')
    .trim()

/** The code that draws answers and delays and makes data of templates, as source text for an exported module: there it makes the same. */
export const DRAWING_SOURCES: DrawingSources = {
  draw: inModule(draw),
  delay: [DELAY_TYPE, inModule(delay)].join('\n\n'),
  mockjs: [
    JSON_TYPE,
    ...Object.entries(dictionary).map(([name, value]) => `const ${name} = ${toJson(value)}`),
    ...[parseKey, readArguments, formatDate, placeholders, make].map(inModule),
  ].join('\n\n'),
}
