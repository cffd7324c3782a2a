export type { PanelSource } from '../contract/panel-source.ts'
export { Inspector } from '../panel/inspector.ts'
export { type MountedPanel, mountPanel, type PanelOptions } from '../panel/mount.tsx'
export type { PanelTarget } from '../panel/store/panel-target.ts'
