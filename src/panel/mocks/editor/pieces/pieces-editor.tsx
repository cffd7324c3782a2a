import { Plus, Scissors } from 'lucide-react'
import { useState } from 'react'
import { bytesToText } from '../../../../contract/byte-text.ts'
import { headerValue } from '../../../../contract/event/header-value.ts'
import { formatSize } from '../../../parts/format.ts'
import { DraftInput } from '../../../parts/json-form/draft-input.tsx'
import { Menu } from '../../../parts/menu/menu.tsx'
import { MoreButton } from '../../../parts/menu/more-button.tsx'
import { addStyles } from '../../../styles/style-sheets.ts'
import { mockPiecesWords } from '../../../words/mock-editor-words.ts'
import { useWords } from '../../../words/words.ts'
import { type ResponseAnswer, textOfBody } from '../../rules/answer-body.ts'
import { bytesOf, cutPiece, moveTo, type Piece, piecesOf, timesOf, withoutPiece } from './cut-pieces.ts'
import { KeptArea } from './kept-area.tsx'
import styles from './pieces.css?inline'
import { TimeBar } from './time-bar.tsx'

addStyles(styles)

interface PiecesEditorProps {
  readonly answer: ResponseAnswer
  readonly readOnly: boolean
  readonly onChange: (answer: ResponseAnswer) => void
}

/** Characters of a content that is still cut into pieces. */
const MOST_CUT = 100_000

/** What is sent piece by piece: when each comes, and what is in it. */
export function PiecesEditor({ answer, readOnly, onChange }: PiecesEditorProps) {
  const words = useWords(mockPiecesWords)
  const [menu, setMenu] = useState<{ readonly at: HTMLElement; readonly place: number }>()
  const { chunks: pieces = [], body } = answer
  const times = timesOf(pieces)
  const content = body && !('mockjs' in body) && !('template' in body) ? textOfBody(answer) : undefined
  const put = (next: readonly Piece[]) => {
    const { chunks: _, ...rest } = answer
    onChange(next.length > 0 ? { ...rest, chunks: next } : rest)
  }
  const cutContent = () => {
    const { body: _, headers, ...rest } = answer
    const typed = body && 'json' in body && !hasType(headers) ? { 'content-type': 'application/json', ...headers } : headers
    onChange({ ...rest, ...(typed && { headers: typed }), chunks: [...piecesOf(content ?? ''), ...pieces] })
  }
  const replace = (place: number, ...by: readonly Piece[]) => put(pieces.toSpliced(place, 1, ...by))
  const acts = (place: number) => {
    const piece = pieces[place] as Piece
    const [between, inside] = [cutPiece(piece, false), cutPiece(piece, true)]
    return [
      {
        id: 'cut',
        items: [
          { id: 'two', label: words.cut, disabled: !between, onSelect: () => between && replace(place, ...between) },
          { id: 'inside', label: words.cutInside, disabled: !inside, onSelect: () => inside && replace(place, ...inside) },
        ],
      },
      { id: 'remove', items: [{ id: 'remove', label: words.remove, onSelect: () => put(withoutPiece(pieces, place)) }] },
    ]
  }
  return (
    <section className="pieces" aria-label={words.title}>
      <div className="pieces-head">
        <h4 className="answer-title">{words.title}</h4>
        <span className="answer-hint">{pieces.length === 0 ? words.none : body ? words.afterBody : words.hint}</span>
        <span className="answer-rest" />
        {!readOnly && content !== undefined && content !== '' && content.length <= MOST_CUT && (
          <button type="button" className="part-button" data-kind="quiet" onClick={cutContent}>
            <Scissors size={13} aria-hidden="true" />
            {words.cutContent}
          </button>
        )}
        {!readOnly && (
          <button type="button" className="part-button" onClick={() => put([...pieces, { after: 300, text: '' }])}>
            <Plus size={13} aria-hidden="true" />
            {words.add}
          </button>
        )}
      </div>
      {pieces.length > 0 && <TimeBar pieces={pieces} readOnly={readOnly} onChange={put} />}
      {pieces.map((piece, place) => {
        const name = words.piece(String(place + 1))
        const bytes = bytesOf(piece)
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and borders
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by nothing but its place
          <div key={place} className="piece" role="group" aria-label={name}>
            <span className="piece-number" aria-hidden="true">
              {place + 1}
            </span>
            <span className="answer-delay">
              <DraftInput
                value={String(times[place] ?? 0)}
                label={words.at(name)}
                className="part-input part-mono answer-delay-input"
                numeric
                readOnly={readOnly}
                accepts={(text) => /^\d{1,7}$/.test(text.trim())}
                onCommit={(text) => put(moveTo(pieces, place, Number(text)))}
                onStep={(by, text) => String(Math.max(0, Number(text) + by * 10))}
              />
              <span className="answer-unit" aria-hidden="true">
                ms
              </span>
            </span>
            {piece.base64 === undefined ? (
              <KeptArea
                value={piece.text ?? ''}
                label={words.text(name)}
                readOnly={readOnly}
                onCommit={(text) => replace(place, { after: piece.after, text })}
              />
            ) : (
              <code className="piece-bytes">
                {bytesToText(bytes, 'hex')
                  .replace(/..(?=.)/g, '$& ')
                  .slice(0, 300)}
              </code>
            )}
            <span className="piece-size">{formatSize(bytes.length)}</span>
            {!readOnly && <MoreButton label={words.more(name)} onOpen={(at) => setMenu({ at, place })} />}
          </div>
        )
      })}
      {menu && pieces[menu.place] && (
        <Menu
          label={words.more(words.piece(String(menu.place + 1)))}
          groups={acts(menu.place)}
          at={menu.at}
          opener={menu.at}
          onClose={() => setMenu(undefined)}
        />
      )}
    </section>
  )
}

function hasType(headers: ResponseAnswer['headers'] = {}): boolean {
  return headerValue(Object.fromEntries(Object.keys(headers).map((name) => [name, 'set'])), 'content-type') !== undefined
}
