import { ApiFailure } from './run-api.ts'

/** What a parameter must be, as WeChat's texts name types; several are joined by `/`. */
export type ParameterTypes = Readonly<Record<string, string>>

const INVALID_PARAMETER = 1001

/** The parameters of a call, each of the type that is asked for. Throws an ApiFailure with WeChat's text, one clause for each wrong one (ERR-5). */
export function checkParameters<Option extends object>(option: unknown, types: ParameterTypes): Option {
  const faults = parameterFaults(option, types)
  if (faults !== '') throw new ApiFailure(`parameter error: ${faults}`, INVALID_PARAMETER)
  return option as Option
}

/** What is wrong with the parameters of a call, one clause behind the other, without a space between them; '' when nothing is. */
export function parameterFaults(option: unknown, types: ParameterTypes): string {
  if (typeof option !== 'object' || option === null) return `parameter should be Object instead of ${typeName(option)};`
  const given = option as Readonly<Record<string, unknown>>
  return Object.entries(types)
    .filter(([name, wanted]) => !wanted.split('/').includes(typeName(given[name])))
    .map(([name, wanted]) => `parameter.${name} should be ${wanted} instead of ${typeName(given[name])};`)
    .join('')
}

/** The word that WeChat's texts have for the type of a value: `String`, `Undefined`, `ArrayBuffer` … (URL-1). */
export function typeName(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1)
}
