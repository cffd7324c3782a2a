export type Language = 'zh' | 'en'

/** Words of one area in both languages. The type makes a word that one language lacks a compile error. */
export interface Dictionary<Words> {
  readonly zh: Words
  readonly en: Words
}

/** Makes a dictionary; `en` must say exactly what `zh` says. A word that takes values is a function. */
export function dictionary<const Zh extends object>(words: { zh: Zh; en: Widen<Zh> }): Dictionary<Widen<Zh>> {
  return words as unknown as Dictionary<Widen<Zh>>
}

type Widen<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof T]: Widen<T[Key]> }

/** The language that a browser asks for: Chinese of any kind is `zh`, everything else `en`. */
export function languageOf(tags: readonly string[]): Language {
  return tags[0]?.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
