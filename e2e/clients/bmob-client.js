import bmob from 'hydrogen-js-sdk'

globalThis.bmob = bmob
