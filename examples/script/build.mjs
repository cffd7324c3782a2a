import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

// The inspector is for development: what stands between the two comments is not published.
mkdirSync('dist', { recursive: true })
writeFileSync('dist/index.html', readFileSync('index.html', 'utf8').replace(/ *<!-- dev -->[\s\S]*<!-- \/dev -->\n/, ''))
copyFileSync('app.js', 'dist/app.js')
