import { Component, type ReactNode } from 'react'
import { partWords } from '../words/part-words.ts'
import { LanguageContext } from '../words/words.ts'

interface PanelBoundaryProps {
  /** What broke, in words, and that the recording goes on. */
  readonly message: string
  readonly children: ReactNode
}

interface PanelBoundaryState {
  readonly broken: boolean
  readonly error: unknown
}

const WHOLE: PanelBoundaryState = { broken: false, error: undefined }

/** Keeps a crash to the part of the panel in which it happened. Recording knows nothing of the panel, so it goes on in any case. */
export class PanelBoundary extends Component<PanelBoundaryProps, PanelBoundaryState> {
  static override contextType = LanguageContext
  declare context: 'zh' | 'en'
  override state = WHOLE

  static getDerivedStateFromError(error: unknown): PanelBoundaryState {
    return { broken: true, error }
  }

  override render(): ReactNode {
    const { broken, error } = this.state
    if (!broken) return this.props.children
    return (
      <div className="broken" role="alert">
        <strong>{this.props.message}</strong>
        <code>{error instanceof Error ? error.message : String(error)}</code>
        <button type="button" className="part-button" onClick={() => this.setState(WHOLE)}>
          {partWords[this.context].tryAgain}
        </button>
      </div>
    )
  }
}
