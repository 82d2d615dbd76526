/** The exit statuses of commands. */

export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  /** Finished, with some inputs set aside. */
  setAside: 3,
  interrupted: 130,
} as const

/** One of {@link EXIT}. */
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT]

/** Thrown by a command that does not succeed. `message` says what failed, why and what to do; it may be empty. */
export class CommandFailure extends Error {
  override name = 'CommandFailure'
  readonly status: ExitStatus
  constructor(status: ExitStatus, message: string, options?: ErrorOptions) {
    super(message, options)
    this.status = status
  }
}
