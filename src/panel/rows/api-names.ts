import type { TaskApi } from '../../contract/event/task-event.ts'

/** As short as the kinds of a browser's network panel, and in every language the same. */
export const API_NAMES: Readonly<Record<TaskApi, string>> = {
  request: 'request',
  uploadFile: 'upload',
  downloadFile: 'download',
  connectSocket: 'socket',
  page: 'fetch',
}
