import { Fragment, useContext } from 'react'
import { LanguageContext } from '../../../entry/words.ts'
import type { LessonText } from '../schema/lesson-schema.ts'

/** A text of a lesson in the language of the page; what stands between backquotes is code. */
export function RichText({ text }: { readonly text: LessonText }) {
  const language = useContext(LanguageContext)
  return text[language].split('`').map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence stay where they are
    index % 2 === 0 ? <Fragment key={index}>{part}</Fragment> : <code key={index}>{part}</code>,
  )
}

/** The same without marks, for names that are read aloud. */
export function plainText(text: LessonText, language: 'zh' | 'en'): string {
  return text[language].replaceAll('`', '')
}
