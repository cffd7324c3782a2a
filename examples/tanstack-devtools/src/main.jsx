import { TanStackDevtools } from '@tanstack/react-devtools'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.jsx'
import { WxRequests } from './wx-requests.jsx'

createRoot(document.getElementById('root')).render(
  <StrictMode>
    <App />
    <TanStackDevtools plugins={[{ id: 'wx-requests', name: 'wx requests', render: <WxRequests />, defaultOpen: true }]} />
  </StrictMode>,
)
