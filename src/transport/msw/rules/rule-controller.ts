import type { AnyHandler } from 'msw'
import { HandlersController } from 'msw/experimental'

type State = ReturnType<HandlersController['getInitialState']>

/**
 * Holds the handlers of the network, which can be replaced while calls run. MSW's own controller cannot hold an empty list after a reset,
 * and needs Set methods that Node 20 does not have.
 */
export class RuleController extends HandlersController {
  #state: State

  constructor(handlers: readonly AnyHandler[]) {
    super()
    this.#state = this.getInitialState([...handlers])
  }

  replace(handlers: readonly AnyHandler[]): void {
    this.#state = this.getInitialState([...handlers])
  }

  protected getState(): State {
    return this.#state
  }

  protected setState(next: Partial<State>): void {
    this.#state = { ...this.#state, ...next }
  }
}
