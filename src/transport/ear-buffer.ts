import type { LineEars, LineEnd, SocketData } from '../contract/transport.ts'

/** What a line brings, kept until somebody listens, and no more once it has ended. */
export class EarBuffer implements LineEars {
  #ears: LineEars | undefined
  #waiting: ((ears: LineEars) => void)[] = []
  #over = false

  get over(): boolean {
    return this.#over
  }

  message(data: SocketData): void {
    if (!this.#over) this.#pass((ears) => ears.message(data))
  }

  ended(end: LineEnd): void {
    if (this.#over) return
    this.#over = true
    this.#pass((ears) => ears.ended(end))
  }

  hear(ears: LineEars): void {
    this.#ears = ears
    const waiting = this.#waiting
    this.#waiting = []
    for (const tell of waiting) tell(ears)
  }

  #pass(tell: (ears: LineEars) => void): void {
    if (this.#ears) tell(this.#ears)
    else this.#waiting.push(tell)
  }
}
