import { bytesToText, textToBytes } from '../../../contract/byte-text.ts'
import { isJson } from '../../parts/json/is-json.ts'

/** How a message that is typed by hand is meant. */
export type TypedForm = 'text' | 'json' | 'hex'

export const TYPED_FORMS: readonly TypedForm[] = ['text', 'json', 'hex']

/** What goes out, or why it cannot. */
export type TypedReading = { readonly text: string } | { readonly base64: string } | { readonly fault: 'not-json' | 'not-hex' }

/** Reads a message that was typed. JSON goes out as it was typed, once it is known to be some; hex is a binary message. */
export function readTypedMessage(typed: string, form: TypedForm): TypedReading {
  switch (form) {
    case 'text':
      return { text: typed }
    case 'json':
      return isJson(typed) ? { text: typed } : { fault: 'not-json' }
    case 'hex': {
      const bytes = textToBytes(typed.replace(/[\s:,]|0x/gi, ''), 'hex')
      return bytes ? { base64: bytesToText(bytes, 'base64') } : { fault: 'not-hex' }
    }
  }
}
