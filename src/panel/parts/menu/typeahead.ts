/** ms after which a letter begins a new word. */
const PAUSE = 700

/** Finds items by what is typed: letters in quick succession are the beginning of a label, one letter again and again goes through those that begin with it. */
export function createTypeahead(): (labels: readonly string[], at: number, letter: string, time: number) => number {
  let typed = ''
  let last = Number.NEGATIVE_INFINITY
  return (labels, at, letter, time) => {
    typed = time - last > PAUSE ? letter : typed + letter
    last = time
    const wanted = [...typed].every((each) => each === typed[0]) ? letter : typed
    // A word that goes on may stay where it is; one letter goes on to the next.
    const start = wanted.length > 1 ? at : at + 1
    const order = labels.map((_, index) => (start + index + labels.length) % labels.length)
    return order.find((index) => labels[index]?.toLowerCase().startsWith(wanted.toLowerCase())) ?? at
  }
}
