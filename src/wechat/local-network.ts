import type { Settings } from '../contract/settings.ts'

/** DOM-6: an address of the phone's own network that is not the phone itself. Host as `URL` writes it. */
export function isLocalNetwork(host: string, { lan, selfIp }: Settings): boolean {
  const address = toNumber(host)
  if (address === undefined || host === selfIp) return false
  return lan.some((range) => {
    const [base = '', bits = ''] = range.split('/')
    const start = toNumber(base)
    const size = 2 ** (32 - Number(bits))
    return start !== undefined && Math.floor(start / size) === Math.floor(address / size)
  })
}

function toNumber(ipv4: string): number | undefined {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(ipv4) ? ipv4.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) : undefined
}
