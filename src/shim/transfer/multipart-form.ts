/** The file part of a form. */
export interface FormFile {
  readonly field: string
  readonly name: string
  readonly type: string
  readonly bytes: Blob
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A boundary for the parts of a form, which no file contains: 24 random letters. */
export function drawBoundary(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(24))
  return `----WxFormBoundary${Array.from(drawn, (number) => ALPHABET[number % ALPHABET.length]).join('')}`
}

/** A multipart/form-data body (UP-1): the fields in order, then the file. The bytes of the file are not copied. */
export function packForm(fields: readonly (readonly [name: string, value: string])[], file: FormFile, boundary: string): Blob {
  const parts = fields.map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${quote(name)}"\r\n\r\n${value}\r\n`)
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quote(file.field)}"; filename="${quote(file.name)}"\r\nContent-Type: ${file.type}\r\n\r\n`
  return new Blob([...parts, head, file.bytes, `\r\n--${boundary}--\r\n`])
}

/** As browsers do: UTF-8, escaping only what would end the name or the line. */
function quote(name: string): string {
  return name.replace(/\r\n|\r|\n/g, '%0D%0A').replace(/"/g, '%22')
}

/**
 * The fields of `formData` as text (UP-1): numbers and booleans as strings, objects as JSON; `null`, `undefined` and functions are left
 * out.
 */
export function formFields(formData: unknown): readonly (readonly [name: string, value: string])[] {
  if (typeof formData !== 'object' || formData === null) return []
  return Object.entries(formData).flatMap(([name, value]): [string, string][] => {
    const text = fieldText(value)
    return text === undefined ? [] : [[name, text]]
  })
}

function fieldText(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value
    case 'object':
      return value === null ? undefined : (JSON.stringify(value) as string | undefined)
    case 'undefined':
    case 'function':
    case 'symbol':
      return undefined
    default:
      return String(value)
  }
}
