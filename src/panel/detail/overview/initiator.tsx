import { useMemo } from 'react'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Section } from '../../parts/section.tsx'
import { appFrame, initiatorFrames, type StackFrame } from '../../rows/initiator-frames.ts'
import { detailWords } from '../../words/detail-words.ts'
import { useWords } from '../../words/words.ts'

/**
 * Where in the app a call was made. Places are those of the scripts that run: to map them to their sources, maps would have to be fetched,
 * and nothing that is looked at reaches the network.
 */
export function Initiator({ snapshot: { initiator: text } }: { readonly snapshot: TaskSnapshot }) {
  const { overview: words } = useWords(detailWords)
  const frames = useMemo(() => (text === undefined ? [] : initiatorFrames(text)), [text])
  const first = appFrame(frames)
  if (text === undefined || !first) return null
  return (
    <Section title={words.initiator} actions={<CopyButton text={text} label={words.copyStack} />}>
      <details className="detail-initiator">
        <summary>
          <Frame frame={first} short />
        </summary>
        <ol>
          {frames.map((frame, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a frame may stand there twice, and none moves
            <li key={place} data-package={frame.isPackage}>
              <Frame frame={frame} />
            </li>
          ))}
        </ol>
      </details>
    </Section>
  )
}

function Frame({ frame: { name, url, line, column }, short = false }: { readonly frame: StackFrame; readonly short?: boolean }) {
  const { overview: words } = useWords(detailWords)
  const place = `${short ? (url.split('/').at(-1) ?? url) : url}:${line}:${column}`
  return (
    <>
      <code>{name === '' ? words.anonymous : name}</code> <span className="detail-dim detail-mono">{place}</span>
    </>
  )
}
