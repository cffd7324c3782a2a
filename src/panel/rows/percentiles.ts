/** Each bucket is this much wider than the one before. */
const GROWTH = 1.02

/** Lengths of time that come and go one by one, of which any percentile is wanted at any moment. */
export class Percentiles {
  readonly #buckets: number[][] = []
  #count = 0

  add(value: number): void {
    const place = bucketOf(value)
    while (this.#buckets.length <= place) this.#buckets.push([])
    this.#buckets[place]?.push(value)
    this.#count += 1
  }

  /** Takes out a value that was added. */
  remove(value: number): void {
    const bucket = this.#buckets[bucketOf(value)]
    const place = bucket?.indexOf(value) ?? -1
    if (!bucket || place < 0) return
    bucket[place] = bucket.at(-1) as number
    bucket.pop()
    this.#count -= 1
  }

  /** The nearest-rank percentile, a value that was really added; `undefined` of nothing. Only one bucket is ever sorted. */
  at(share: number): number | undefined {
    let rank = Math.max(1, Math.ceil(this.#count * share))
    for (const bucket of this.#buckets) {
      if (rank <= bucket.length) return Float64Array.from(bucket).sort()[rank - 1]
      rank -= bucket.length
    }
    return undefined
  }
}

function bucketOf(value: number): number {
  return Math.max(0, Math.floor(Math.log(Math.max(0, value) + 1) / Math.log(GROWTH)))
}
