/** What is known of a member of a type of `wx`. */
export interface WxMember {
  /** As TypeScript writes it. */
  readonly type: string
  readonly optional?: true
  /** The shape of its value, or of what it returns or resolves to. */
  readonly gives?: string
  /** The shape of its option object. */
  readonly takes?: string
  /** The shape of what its callback gets, or it gets as a callback. */
  readonly hears?: string
  readonly en?: string
  readonly zh?: string
  /** The base library that brought it. */
  readonly since?: string
}

export type WxShape = Readonly<Record<string, WxMember>>
