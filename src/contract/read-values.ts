// Files of other programs are read key by key, own keys only: what is missing or of another type is as if it were not there.

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function objectIn(value: Record<string, unknown>, key: string): Record<string, unknown> {
  const inner = own(value, key)
  return isObject(inner) ? inner : {}
}

export function listIn(value: Record<string, unknown>, key: string): readonly unknown[] {
  const inner = own(value, key)
  return Array.isArray(inner) ? inner : []
}

export function textIn(value: Record<string, unknown>, key: string): string | undefined {
  const inner = own(value, key)
  return typeof inner === 'string' ? inner : undefined
}

export function numberIn(value: Record<string, unknown>, key: string): number | undefined {
  const inner = own(value, key)
  return typeof inner === 'number' ? inner : undefined
}

function own(value: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined
}
