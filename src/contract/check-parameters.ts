import { ApiFailure } from './run-api.ts'

/** What a parameter must be, as WeChat's texts name types; several are joined by `/`. */
export type ParameterTypes = Readonly<Record<string, string>>

/** The parameters of a call, each of the type that is asked for. Throws an ApiFailure with WeChat's text, one clause for each wrong one (ERR-5). */
export function checkParameters<Option extends object>(option: unknown, types: ParameterTypes): Option {
  if (typeof option !== 'object' || option === null) {
    throw new ApiFailure(`parameter error: parameter should be Object instead of ${typeName(option)};`, INVALID_PARAMETER)
  }
  const given = option as Record<string, unknown>
  const faults = Object.entries(types)
    .filter(([name, wanted]) => !wanted.split('/').includes(typeName(given[name])))
    .map(([name, wanted]) => `parameter.${name} should be ${wanted} instead of ${typeName(given[name])};`)
  if (faults.length > 0) throw new ApiFailure(`parameter error: ${faults.join('')}`, INVALID_PARAMETER)
  return option as Option
}

const INVALID_PARAMETER = 1001

/** `String`, `Undefined`, `ArrayBuffer` …, as WeChat's texts have it. */
function typeName(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1)
}
