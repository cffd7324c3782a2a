import type { Command, CommandOutcome } from '../../contract/command.ts'
import type { Notice, PanelSource } from '../../contract/panel-source.ts'

/** The source with a `send` that looks at the answers: what was not done is told, and no rejection is left to the page. */
export function reportRefusals(source: PanelSource, tell: (notice: Notice) => void): PanelSource {
  if (!source.send) return source
  const send = async (command: Command): Promise<CommandOutcome> => {
    try {
      const outcome = await source.send!(command)
      if (!outcome.ok && !comesLate(command)) tell({ code: 'command-refused', detail: describeIssues(outcome.issues) })
      return outcome
    } catch (cause) {
      const detail = cause instanceof Error ? cause.message : String(cause)
      tell({ code: 'command-not-answered', detail })
      return { ok: false, issues: [{ path: '', message: detail }] }
    }
  }
  // Members of a class stay with their own object.
  return new Proxy(source, {
    get(target, name) {
      if (name === 'send') return send
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** A call that cannot be aborted or let go on has ended or gone on meanwhile: its row says so. */
function comesLate({ type }: Command): boolean {
  return type === 'abort' || type === 'step' || type === 'hold-task'
}

function describeIssues(issues: readonly { readonly path: string; readonly message: string }[]): string {
  return issues.map(({ path, message }) => `${path} ${message}`).join('; ')
}
