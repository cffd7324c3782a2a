/** Finds a text wherever it stands, in capitals or small. Every match is as long as what is looked for. */
export function patternOf(query: string): RegExp {
  return new RegExp(query.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), 'gi')
}
