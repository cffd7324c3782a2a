import type { Notice } from '../../contract/panel-source.ts'
import { formatCount } from '../parts/format.ts'
import { noticeWords } from '../words/notices/notice-words.ts'
import { useWords } from '../words/words.ts'

/** What a notice says. */
export function NoticeText({ notice: { code, count = 0 } }: { readonly notice: Notice }) {
  const text = useWords(noticeWords)[code]
  return typeof text === 'string' ? text : text(formatCount(count))
}
