import { createContext, useContext } from 'react'
import type { Dictionary, Language } from './dictionary.ts'

export const LanguageContext = createContext<Language>('zh')

/** The words of an area in the language of the panel. */
export function useWords<Words>(words: Dictionary<Words>): Words {
  return words[useContext(LanguageContext)]
}
