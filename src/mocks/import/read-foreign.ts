import { isObject, objectIn, textIn } from '../../contract/read-values.ts'
import { readHar } from './from-har.ts'
import { type ReadOptions, readOpenApi } from './from-openapi.ts'
import { readPostman } from './from-postman.ts'
import { readYapi } from './from-yapi.ts'
import { type FileContent, refused, unreadable } from './import-result.ts'

/** What is in a file of another format. Throws InspectorError `bad-rules` for what is none of these. */
export async function readForeign(data: unknown, options: ReadOptions): Promise<Pick<FileContent, 'drafts' | 'skipped'>> {
  if (Array.isArray(data) && data.some((each) => isObject(each) && Array.isArray(each['list']))) return readYapi(data)
  if (isObject(data)) {
    if (Array.isArray(objectIn(data, 'log')['entries'])) return readHar(data)
    if (textIn(data, 'openapi') !== undefined || textIn(data, 'swagger') !== undefined) {
      try {
        return await readOpenApi(data, options)
      } catch (cause) {
        options.signal?.throwIfAborted()
        throw unreadable(cause)
      }
    }
    if (Array.isArray(data['item']) && isObject(data['info'])) return readPostman(data)
  }
  throw refused('is none of: rules saved here, HAR, OpenAPI or Swagger, a Postman collection, a YApi export')
}
