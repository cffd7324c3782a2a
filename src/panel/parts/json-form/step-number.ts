const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

/** A number one more or less, digit by digit: what is too large for a double is counted too. `undefined` for one with an exponent. */
export function stepNumber(text: string, by: 1 | -1): string | undefined {
  const [all, sign, whole = '', rest] = DECIMAL.exec(text) ?? []
  if (all === undefined) return undefined
  const scale = 10n ** BigInt(rest?.length ?? 0)
  const units = BigInt(`${sign}${whole}${rest ?? ''}`) + BigInt(by) * scale
  if (rest === undefined) return String(units)
  const digits = String(units < 0n ? -units : units).padStart(rest.length + 1, '0')
  return `${units < 0n ? '-' : ''}${digits.slice(0, -rest.length)}.${digits.slice(-rest.length)}`
}

/** Whether a text is a number of JSON. */
export function isJsonNumber(text: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)
}
