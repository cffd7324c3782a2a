import { useMemo } from 'react'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { clipText, formatCount } from '../../parts/format.ts'
import { Section } from '../../parts/section.tsx'
import { appFrame, initiatorFrames, type StackFrame } from '../../rows/initiator-frames.ts'
import { detailWords } from '../../words/detail-words.ts'
import { sourceMapWords } from '../../words/details/source-map-words.ts'
import { useWords } from '../../words/words.ts'
import type { MappedFrame } from '../source-maps/map-frames.ts'
import { useMappedFrames } from '../source-maps/use-mapped-frames.ts'

/** Characters of a source's name that are shown. */
const LONGEST_SOURCE = 300

/**
 * Where in the app a call was made. Places are those of the scripts that run, until somebody has them mapped to their sources: for that the
 * scripts and their maps are fetched, and nothing that is looked at reaches the network.
 */
export function Initiator({ snapshot: { initiator: text } }: { readonly snapshot: TaskSnapshot }) {
  const frames = useMemo(() => (text === undefined ? [] : initiatorFrames(text)), [text])
  return text === undefined || frames.length === 0 ? null : <Stack key={text} text={text} frames={frames} />
}

function Stack({ text, frames }: { readonly text: string; readonly frames: readonly StackFrame[] }) {
  const { overview: words } = useWords(detailWords)
  const maps = useWords(sourceMapWords)
  const { on, reading, mapped, toggle } = useMappedFrames(frames)
  const inSource = mapped.filter((frame) => frame?.place)
  const ofApp = mapped.findIndex((frame) => frame?.place && !frame.place.isPackage)
  const first = frames[ofApp] ?? appFrame(frames)
  if (!first) return null
  return (
    <Section
      title={words.initiator}
      actions={
        <>
          <button
            type="button"
            className="part-button"
            data-kind="quiet"
            aria-pressed={on}
            title={maps.mapHint}
            onClick={() => void toggle()}
          >
            {maps.map}
          </button>
          <CopyButton text={text} label={words.copyStack} />
        </>
      }
    >
      <p className="detail-initiator-told" role="status">
        {reading ? maps.reading : on && mapped.some(Boolean) ? maps.mapped(formatCount(inSource.length), formatCount(frames.length)) : ''}
      </p>
      <details className="detail-initiator">
        <summary>
          <Frame frame={first} mapped={mapped[frames.indexOf(first)]} short />
        </summary>
        <ol>
          {frames.map((frame, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a frame may stand there twice, and none moves
            <li key={place} data-package={mapped[place]?.place?.isPackage ?? frame.isPackage}>
              <Frame frame={frame} mapped={mapped[place]} />
            </li>
          ))}
        </ol>
      </details>
    </Section>
  )
}

interface FrameProps {
  readonly frame: StackFrame
  readonly mapped: MappedFrame | undefined
  readonly short?: boolean
}

/** A frame, with its place in the source before that in the script, or why there is none. */
function Frame({ frame: { name, url, line, column }, mapped: { place, fault } = {}, short = false }: FrameProps) {
  const { overview: words } = useWords(detailWords)
  const maps = useWords(sourceMapWords)
  const inScript = `${short ? (url.split('/').at(-1) ?? url) : url}:${line}:${column}`
  return (
    <>
      <code>{name === '' ? words.anonymous : name}</code>{' '}
      {place && (
        <span className="detail-mono">{`${clipText(withoutOrigin(place.source, url), LONGEST_SOURCE)}:${place.line}:${place.column} `}</span>
      )}
      <span className="detail-dim detail-mono">{inScript}</span>
      {fault && (
        <span className="detail-dim">
          {` · ${maps.fault[fault.kind]}`}
          {fault.reason !== undefined && <code>{` ${fault.reason}`}</code>}
        </span>
      )}
    </>
  )
}

/** A source that stands where its script does, by its path alone. */
function withoutOrigin(source: string, script: string): string {
  const origin = URL.canParse(script) ? `${new URL(script).origin}/` : ''
  return origin !== '' && source.startsWith(origin) ? source.slice(origin.length) : source
}
