import type { Condensed, Tally } from '../../contract/event/condensed.ts'
import type { MessageReceived, MessageRefused, MessageSent } from '../../contract/event/socket-event.ts'
import type { ChunkReceived, TaskEvent } from '../../contract/event/task-event.ts'

/** An event of which one task may have any number. */
export type Piece = ChunkReceived | MessageSent | MessageReceived | MessageRefused

export function isPiece(event: TaskEvent): event is Piece {
  return (
    event.type === 'message-received' ||
    event.type === 'message-sent' ||
    event.type === 'chunk-received' ||
    event.type === 'message-refused'
  )
}

const NOTHING: Tally = { count: 0, bytes: 0 }

/** One piece more in what stands for those before it; alone when it does not follow on them. */
export function condense(piece: Piece, before?: TaskEvent): Condensed {
  const { at, seq, taskId } = piece
  const joined =
    before?.type === 'condensed' && before.seq + before.count === seq
      ? before
      : { taskId, seq, at, count: 0, sent: NOTHING, received: NOTHING, refused: 0 }
  const { received, refused, sent } = joined
  return {
    ...joined,
    type: 'condensed',
    count: joined.count + 1,
    until: at,
    sent: piece.type === 'message-sent' ? add(sent, piece.body.size) : sent,
    received:
      piece.type === 'message-received'
        ? add(received, piece.body.size)
        : piece.type === 'chunk-received'
          ? add(received, piece.size)
          : received,
    refused: piece.type === 'message-refused' ? refused + 1 : refused,
  }
}

function add({ bytes, count }: Tally, more: number): Tally {
  return { count: count + 1, bytes: bytes + more }
}
