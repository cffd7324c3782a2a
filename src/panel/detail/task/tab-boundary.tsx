import { Component, type ReactNode } from 'react'

interface TabBoundaryProps {
  /** Said instead of a tab that threw while it was drawn. */
  readonly message: string
  readonly children: ReactNode
}

/** Keeps a fault of one tab away from the others and from the list. Give it a new key for another task or tab. */
export class TabBoundary extends Component<TabBoundaryProps, { readonly fault: string | undefined }> {
  override state = { fault: undefined }

  static getDerivedStateFromError(error: unknown): { readonly fault: string } {
    return { fault: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    if (this.state.fault === undefined) return this.props.children
    return (
      <div className="part-note" role="alert">
        {this.props.message} <code>{this.state.fault}</code>
      </div>
    )
  }
}
