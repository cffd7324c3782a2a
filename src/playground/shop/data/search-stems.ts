import type { Category } from './tea.ts'

/** The pieces of a query that mean a family of teas. The first family that has one of its stems in the query answers. */
export const searchStems: readonly { readonly family: Category; readonly stems: readonly string[] }[] = [
  { family: 'ware', stems: ['器', '杯', '壶', '碗', 'cup', 'pot', 'gaiw', 'ware'] },
  { family: 'scented', stems: ['花', '茉莉', '桂', 'jasm', 'osma', 'scen', 'flow'] },
  { family: 'oolong', stems: ['乌龙', '铁观音', '大红袍', '冻顶', '岩茶', 'oolong', 'ool', 'tie', 'daho', 'dongd', 'wuyi'] },
  { family: 'dark', stems: ['黑', '普洱', '柑', '熟普', 'dark', 'pu', 'citr'] },
  { family: 'green', stems: ['绿', '龙井', '碧螺', '明前', 'gree', 'long', 'bilu', 'dongt'] },
  { family: 'white', stems: ['白', '银针', '牡丹', 'whit', 'silv', 'peon'] },
  { family: 'black', stems: ['红', '小种', '金芽', '滇', 'blac', 'laps', 'gold', 'yunn'] },
]
