export { dictionary, type Language, languageOf } from '../panel/words/dictionary.ts'
export { eventWords } from '../panel/words/event-words.ts'
export { LanguageContext, useWords } from '../panel/words/words.ts'
