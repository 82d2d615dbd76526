/** An error whose message is meant for the person at the terminal: what, why and what to do. */
export class StartError extends Error {
  override name = 'StartError'
}
