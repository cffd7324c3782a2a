import { rmSync } from 'node:fs'
import { test } from '@playwright/test'

test('the hosts are removed', () => {
  rmSync(process.env.WX_HOSTS ?? '', { recursive: true })
})
