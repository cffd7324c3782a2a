/** Written by the build, from package.json. */
declare const WX_INSPECTOR_VERSION: string

export const VERSION = WX_INSPECTOR_VERSION
