const known = new Map<string, number>()

/** Whether base library `lib` is `version` or newer: options and results that came later do not exist in it (REQ-22). */
export function isLibSince(lib: string, version: string): boolean {
  return rankOf(lib) >= rankOf(version)
}

function rankOf(version: string): number {
  let rank = known.get(version)
  if (rank === undefined) {
    rank = version.split('.').reduce((sum, part) => sum * 10_000 + Number(part), 0)
    known.set(version, rank)
  }
  return rank
}
