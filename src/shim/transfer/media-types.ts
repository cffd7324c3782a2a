/** File extensions and their media types. Of several extensions of one type, the usual one comes first. */
const TYPES: readonly (readonly [suffix: string, type: string])[] = [
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['svg', 'image/svg+xml'],
  ['bmp', 'image/bmp'],
  ['heic', 'image/heic'],
  ['avif', 'image/avif'],
  ['ico', 'image/x-icon'],
  ['mp3', 'audio/mpeg'],
  ['m4a', 'audio/mp4'],
  ['aac', 'audio/aac'],
  ['wav', 'audio/wav'],
  ['ogg', 'audio/ogg'],
  ['amr', 'audio/amr'],
  ['mp4', 'video/mp4'],
  ['mov', 'video/quicktime'],
  ['webm', 'video/webm'],
  ['txt', 'text/plain'],
  ['html', 'text/html'],
  ['htm', 'text/html'],
  ['css', 'text/css'],
  ['csv', 'text/csv'],
  ['js', 'text/javascript'],
  ['xml', 'text/xml'],
  ['xml', 'application/xml'],
  ['json', 'application/json'],
  ['pdf', 'application/pdf'],
  ['zip', 'application/zip'],
  ['gz', 'application/gzip'],
  ['wasm', 'application/wasm'],
  ['doc', 'application/msword'],
  ['xls', 'application/vnd.ms-excel'],
  ['ppt', 'application/vnd.ms-powerpoint'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
]

/** The media type of a file by its name; `application/octet-stream` if unknown. */
export function typeOfName(name: string): string {
  const suffix = suffixOfName(name).slice(1)
  return TYPES.find(([known]) => known === suffix)?.[1] ?? 'application/octet-stream'
}

/** DOWN-7: the extension for a Content-Type, with its dot; else that of the URL; else ''. */
export function suffixFor(contentType: string, url: string): string {
  const type = mediaType(contentType)
  const suffix = TYPES.find(([, known]) => known === type)?.[0]
  return suffix === undefined ? suffixOfName(new URL(url).pathname) : `.${suffix}`
}

/** A Content-Type without its parameters. */
export function mediaType(contentType: string): string {
  return contentType.split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** In lower case, with its dot; '' if there is none. */
function suffixOfName(name: string): string {
  return /[^/\\.](\.[a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}
