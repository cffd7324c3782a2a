import { useContext } from 'react'
import { LanguageContext, useWords } from '../../../entry/words.ts'
import { shopWords } from '../../words/shop-words.ts'
import { ShopSeal } from './shop-seal.tsx'

/** What WeChat shows while a mini-program starts. */
export function LaunchScreen() {
  const words = useWords(shopWords)
  const language = useContext(LanguageContext)
  return (
    <div className="shop launch" lang={language === 'zh' ? 'zh-CN' : 'en'} role="status" aria-label={words.loading}>
      <ShopSeal />
      <p>{words.shop}</p>
      <span className="launch-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
    </div>
  )
}
