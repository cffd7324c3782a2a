export { dictionary, type Language, languageOf } from '../panel/words/dictionary.ts'
export { LanguageContext, useWords } from '../panel/words/words.ts'
