/** Puts streamed bytes together again: a chunk may end inside a line, and inside a character (CHUNK-4). */
export class LineReader {
  readonly #decoder = new TextDecoder()
  #rest = ''

  /** The lines that this chunk completed. */
  read(chunk: ArrayBuffer): readonly string[] {
    const lines = (this.#rest + this.#decoder.decode(chunk, { stream: true })).split('\n')
    this.#rest = lines.pop() ?? ''
    return lines.filter((line) => line !== '')
  }
}
