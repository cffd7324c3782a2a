import { lazyComponent } from '../lazy-component.tsx'

/** A menu of what stands there from the start; nothing is in its place until its code is there. */
export const LateMenu = lazyComponent(async () => (await import('./menu.tsx')).Menu, { meanwhile: 'nothing' })
