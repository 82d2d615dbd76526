/** Reasons for rejecting an input. Stable: operators match on them. */
export type InputErrorCode =
  | 'empty'
  | 'binary'
  | 'too-large'
  | 'directory'
  | 'not-found'
  | 'unreadable'
  | 'malformed-row'
  | 'no-article'
  /** A selector of the source’s extraction profile cannot be used. */
  | 'bad-profile'
  | 'timeout'
  | 'out-of-memory'
  /** The parser failed in an unexpected way: a bug. */
  | 'internal'

/** An input that cannot become an article. `message` names the input, the reason and what to do next. */
export class InputError extends Error {
  override name = 'InputError'
  readonly code: InputErrorCode
  constructor(code: InputErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
