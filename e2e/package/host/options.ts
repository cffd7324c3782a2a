import type { InspectorOptions } from 'wx-request-inspector'

/** One rule, and nothing that a host would have to serve. */
export const OPTIONS: InspectorOptions = {
  settings: { urlCheck: false },
  serviceWorker: false,
  panel: { language: 'en' },
  rules: [
    {
      id: 'tea',
      name: 'A tea',
      enabled: true,
      when: { url: 'https://api.example.com/teas/:id' },
      respond: { kind: 'response', body: { json: { name: 'Longjing' } } },
    },
  ],
}
