import type { Settings } from '../contract/settings.ts'

/** The Referer of every call, which an app cannot set (HDR-6, HDR-7). */
export function refererOf({ appid, envVersion, platform, versionNumber }: Settings): string {
  const version = platform === 'devtools' ? 'devtools' : envVersion === 'release' ? versionNumber : 0
  return `https://servicewechat.com/${appid}/${version}/page-frame.html`
}
