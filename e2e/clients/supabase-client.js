import { createClient } from 'supabase-wechat-stable-v2'

globalThis.createClient = createClient
