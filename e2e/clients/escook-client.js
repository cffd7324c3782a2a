import { $http } from '@escook/request-miniprogram'

globalThis.$http = $http
