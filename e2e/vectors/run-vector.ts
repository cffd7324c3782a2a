import { checkSocketVector } from './check-socket-vector.ts'
import { checkVector } from './check-vector.ts'
import { observeCalls } from './observe-calls.ts'
import { observeSockets } from './observe-sockets.ts'
import type { Outcome } from './outcome.ts'
import { isAboutSockets, type Stage, setStage } from './stage.ts'
import { unknownFields } from './unknown-fields.ts'
import type { Vector } from './vector.ts'

/** Plays a vector on a stage of its own and holds what was observed against what it expects. */
export async function runVector(vector: Vector): Promise<Outcome> {
  const unknown = unknownFields(vector)
  if (unknown.length > 0) return { vector, status: 'failed', problems: unknown, events: [] }
  const stage = await setStage(vector)
  try {
    if (!(vector.api in stage.wx))
      return { vector, status: 'skipped', problems: [`wx.${vector.api} is not there yet`], events: stage.recorded }
    const problems = await problemsOn(stage, vector)
    return { vector, status: problems.length === 0 ? 'passed' : 'failed', problems, events: stage.recorded }
  } finally {
    await stage.close()
  }
}

async function problemsOn(stage: Stage, vector: Vector): Promise<readonly string[]> {
  return isAboutSockets(vector)
    ? checkSocketVector(vector, await observeSockets(vector, stage))
    : checkVector(vector, await observeCalls(vector, stage))
}
