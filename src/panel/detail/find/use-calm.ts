import { useEffect, useState } from 'react'

/** A value that changes at most every `ms`, for what is costly to make of it. */
export function useCalm<Value>(value: Value, ms: number): Value {
  const [calm, setCalm] = useState({ value, resting: false })
  const { resting } = calm
  useEffect(() => {
    if (!resting) return undefined
    const timer = setTimeout(() => setCalm(({ value }) => ({ value, resting: false })), ms)
    return () => clearTimeout(timer)
  }, [resting, ms])
  useEffect(() => {
    if (!resting && value !== calm.value) setCalm({ value, resting: true })
  }, [resting, value, calm.value])
  return calm.value
}
