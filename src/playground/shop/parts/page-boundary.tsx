import { Component } from 'react'
import { describe } from '../../../contract/describe.ts'
import { ProblemNote } from './problem-note.tsx'

const CANNOT_SHOW = { zh: '这一页显示不了收到的数据', en: 'This page cannot show the data it got' }

interface PageBoundaryProps {
  readonly children: React.ReactNode
}

interface PageBoundaryState {
  readonly thrown: { readonly error: unknown } | undefined
}

/** Keeps the app when a page cannot draw what it was answered, as a mock may answer anything. Trying again calls again. */
export class PageBoundary extends Component<PageBoundaryProps, PageBoundaryState> {
  override state: PageBoundaryState = { thrown: undefined }

  static getDerivedStateFromError(error: unknown): PageBoundaryState {
    return { thrown: { error } }
  }

  override render() {
    const { thrown } = this.state
    if (!thrown) return this.props.children
    return (
      <ProblemNote
        problem={{ errMsg: describe(thrown.error), message: CANNOT_SHOW }}
        onRetry={() => this.setState({ thrown: undefined })}
      />
    )
  }
}
