import * as promises from 'miniprogram-api-promise'

globalThis.promises = promises
