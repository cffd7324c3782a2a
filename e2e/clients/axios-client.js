import axios from 'axios'
import adapter from 'axios-miniprogram-adapter'

axios.defaults.adapter = adapter
globalThis.axios = axios
