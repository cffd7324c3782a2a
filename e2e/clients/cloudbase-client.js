import adapter from '@cloudbase/adapter-wx_mp'

globalThis.cloudbaseAdapter = adapter
