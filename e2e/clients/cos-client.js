import COS from 'cos-wx-sdk-v5'

globalThis.COS = COS
