import { FileFailure } from '../wechat/file-fault.ts'

/**
 * Waits until the browser process has all of a blob's bytes, which it receives in the background, so that the blob outlives a killed page.
 * Rejects with `storage-limit` when there was no room, which only a read reveals. In Chromium a read of one byte waits for the
 * last one.
 */
export async function checkHeld(blob: Blob): Promise<void> {
  try {
    await blob.slice(-1).arrayBuffer()
  } catch (cause) {
    throw new FileFailure('storage-limit', '', undefined, { cause })
  }
}
