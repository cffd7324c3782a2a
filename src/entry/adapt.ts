import { InspectorError } from '../contract/inspector-error.ts'
import type { WxInspector } from './inspector/inspector-types.ts'

/**
 * Lets the inspector of this page follow the network calls of a framework: `adapt(uni)`, `adapt(Taro)`. Their results keep the shapes of the
 * framework. Returns how to undo it. Throws an InspectorError `bad-option` for what cannot be adapted, and where no inspector is installed.
 */
export function adapt(framework: object): () => void {
  const { wxInspector } = globalThis as { readonly wxInspector?: WxInspector }
  if (!wxInspector)
    throw new InspectorError('bad-option', 'adapt() needs an inspector on the page: call createInspector().install() first.')
  return wxInspector.adapt(framework)
}
