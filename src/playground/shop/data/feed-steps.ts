import type { Bilingual } from './tea.ts'

/** One message of the live order feed: one line of JSON on the wire. */
export interface FeedStep {
  readonly step: 'paid' | 'picking' | 'packing' | 'gift' | 'courier' | 'depot' | 'riding' | 'near' | 'done'
  readonly text: Bilingual
}

export const feedSteps: readonly FeedStep[] = [
  { step: 'paid', text: { zh: '收到付款，谢谢光临', en: 'Payment received, thank you' } },
  { step: 'picking', text: { zh: '掌柜正在从茶仓取茶', en: 'The shopkeeper is fetching your tea' } },
  { step: 'packing', text: { zh: '称重、封罐，贴上今天的日期', en: 'Weighed, sealed and dated' } },
  { step: 'gift', text: { zh: '用牛皮纸包好，系了麻绳', en: 'Wrapped in brown paper and twine' } },
  { step: 'courier', text: { zh: '快递员小周已取件', en: 'Zhou, the courier, has picked it up' } },
  { step: 'depot', text: { zh: '到达西湖营业点', en: 'At the West Lake depot' } },
  { step: 'riding', text: { zh: '小周正骑车过桥，还有 1.2 公里', en: 'Crossing the bridge, 1.2 km to go' } },
  { step: 'near', text: { zh: '已到楼下，请留意电话', en: 'Downstairs; keep your phone near' } },
  { step: 'done', text: { zh: '已送达，趁热喝茶', en: 'Delivered. Put the kettle on' } },
]
