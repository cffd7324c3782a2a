import type { NetworkConditions } from '../../../contract/mock/network-conditions.ts'

export type StatusBarNetwork = NetworkConditions['preset']

/** The phone's own bar. Its network sign follows the simulated conditions; the time stands still. */
export function StatusBar({ network }: { network: StatusBarNetwork }) {
  const online = network !== 'offline'
  const cellular = /^[2-5]g$/.test(network) ? network.toUpperCase() : undefined
  return (
    <div className="status-bar" aria-hidden="true">
      <span>9:41</span>
      <span className="status-bar-signs">
        <svg aria-hidden="true" viewBox="0 0 18 12" width="17" height="11.5">
          {[0, 1, 2, 3].map((bar) => (
            <rect
              key={bar}
              x={bar * 4.8}
              y={8.4 - bar * 2.7}
              width="3.1"
              height={3.4 + bar * 2.7}
              rx="1"
              fill="currentColor"
              opacity={online ? 1 : 0.28}
            />
          ))}
        </svg>
        {cellular ? (
          <span className="status-bar-cellular">{cellular}</span>
        ) : (
          <svg
            aria-hidden="true"
            viewBox="0 0 18 13"
            width="17"
            height="12.5"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
            opacity={online ? 1 : 0.28}
          >
            <path d="M1.5 4.500a11 11 0 0 1 15 0M4.3 7.500a7 7 0 0 1 9.4 0" />
            <circle cx="9" cy="10.8" r="0.8" fill="currentColor" />
          </svg>
        )}
        <svg aria-hidden="true" viewBox="0 0 27 13" width="26" height="12.5">
          <rect x="0.6" y="0.6" width="22.8" height="11.8" rx="3.6" fill="none" stroke="currentColor" strokeOpacity="0.4" />
          <rect x="2.4" y="2.4" width="17" height="8.2" rx="2.1" fill="currentColor" />
          <path d="M25 4.400v4.200c1-.3 1.600-1.1 1.600-2.100s-.6-1.800-1.600-2.100z" fill="currentColor" opacity="0.45" />
        </svg>
      </span>
    </div>
  )
}
