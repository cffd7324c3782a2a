import * as dictionary from '../../contract/mockjs/dictionary.ts'
import formatDate from '../../contract/mockjs/format-date.ts?raw'
import make from '../../contract/mockjs/make-from-template.ts?raw'
import parseKey from '../../contract/mockjs/parse-key.ts?raw'
import placeholders from '../../contract/mockjs/placeholders.ts?raw'
import readArguments from '../../contract/mockjs/read-arguments.ts?raw'
import draw from '../../contract/seeded-random.ts?raw'
import { toJson } from '../../contract/to-json.ts'

/** The code that makes data of templates, as source text for an exported module: there it makes the same. */
export const MAKER = [
  'type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }',
  ...Object.entries(dictionary).map(([name, value]) => `const ${name} = ${toJson(value)}`),
  ...[draw, parseKey, readArguments, formatDate, placeholders, make].map((source) =>
    source
      .replace(/^import [^;]*?from '.*'\n/gm, '')
      .replace(/^export /gm, '')
      .trim(),
  ),
].join('\n\n')
