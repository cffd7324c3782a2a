import { InspectorError } from '../contract/inspector-error.ts'
import type { InspectorOptions } from './inspector/inspector-types.ts'

/**
 * Reads the `data-` attributes of the script tag. The panel is open unless `data-open` is `false`. Throws InspectorError `bad-option` for an
 * invalid value.
 */
export function readScriptOptions(data: Readonly<Partial<Record<string, string>>>): InspectorOptions {
  const { serviceWorker } = data
  const domainCheck = choice(data, 'domainCheck', ['enforce', 'report'])
  const dock = choice(data, 'dock', ['bottom', 'right', 'left', 'float', 'window'])
  const language = choice(data, 'language', ['zh', 'en', 'auto'])
  const theme = choice(data, 'theme', ['light', 'dark', 'auto'])
  return {
    ...(serviceWorker && { serviceWorker: serviceWorker === 'off' ? false : { url: serviceWorker } }),
    ...(domainCheck && { settings: { domainCheck } }),
    panel: {
      open: choice(data, 'open', ['true', 'false']) !== 'false',
      ...(dock && { dock }),
      ...(language && { language }),
      ...(theme && { theme }),
    },
  }
}

function choice<const Value extends string>(
  data: Readonly<Partial<Record<string, string>>>,
  name: string,
  values: readonly Value[],
): Value | undefined {
  const given = data[name]
  if (given === undefined || (values as readonly string[]).includes(given)) return given as Value | undefined
  const attribute = `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  throw new InspectorError('bad-option', `The script tag has ${attribute}="${given}": it must be ${values.join(' or ')}.`)
}
