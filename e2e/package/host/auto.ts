import 'wx-request-inspector/auto'
