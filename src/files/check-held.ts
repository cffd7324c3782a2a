import { FileFailure } from '../wechat/file-fault.ts'

/**
 * Waits until the browser has all of a blob, so that it outlives a killed page; a blob's bytes travel to it on their own.
 * Rejects with `storage-limit` when it had no room: it says so only to those who read. Chromium makes the reader of one
 * byte wait for the last.
 */
export async function checkHeld(blob: Blob): Promise<void> {
  try {
    await blob.slice(-1).arrayBuffer()
  } catch (cause) {
    throw new FileFailure('storage-limit', '', undefined, { cause })
  }
}
