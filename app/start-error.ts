/** An error with a message for the person at the terminal: what failed, why, and what to do. */
export class StartError extends Error {
  override name = 'StartError'
}
