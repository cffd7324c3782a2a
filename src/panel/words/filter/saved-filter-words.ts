import { dictionary } from '../dictionary.ts'

/** The menu of saved filters beside the filter. */
export const savedFilterWords = dictionary({
  zh: {
    menu: '已保存的过滤条件',
    save: '保存当前过滤条件…',
    rename: '重命名',
    remove: '删除',
    name: '名称',
    saveAs: '保存过滤条件',
    renameOf: (name: string) => `重命名“${name}”`,
    confirm: '保存',
    cancel: '取消',
    saved: (name: string) => `已保存“${name}”`,
    removed: (name: string) => `已删除“${name}”`,
  },
  en: {
    menu: 'Saved filters',
    save: 'Save this filter…',
    rename: 'Rename',
    remove: 'Delete',
    name: 'Name',
    saveAs: 'Save filter',
    renameOf: (name: string) => `Rename “${name}”`,
    confirm: 'Save',
    cancel: 'Cancel',
    saved: (name: string) => `Saved “${name}”`,
    removed: (name: string) => `Deleted “${name}”`,
  },
})
