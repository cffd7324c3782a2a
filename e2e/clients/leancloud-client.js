import * as adapters from '@leancloud/platform-adapters-weapp'
import leancloud from 'leancloud-storage/core'

leancloud.setAdapters(adapters)
globalThis.leancloud = leancloud
globalThis.leancloudAdapters = adapters
