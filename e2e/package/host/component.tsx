import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { createInspector } from 'wx-request-inspector'
import { Inspector } from 'wx-request-inspector/panel'
import { OPTIONS } from './options.ts'

const inspector = createInspector(OPTIONS)
inspector.install()

function App() {
  const [language, setLanguage] = useState<'en' | 'zh'>('en')
  const [shown, setShown] = useState(true)
  return (
    <>
      <button type="button" onClick={() => setLanguage('zh')}>
        Speak Chinese
      </button>
      <button type="button" onClick={() => setShown(false)}>
        Put away
      </button>
      <main style={{ height: 500 }}>{shown && <Inspector source={inspector} language={language} />}</main>
    </>
  )
}

const app = document.getElementById('app')
if (app)
  createRoot(app).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
