/** The largest input that is parsed where a caller sets no limit, in bytes. */
export const DEFAULT_MAX_BYTES = 10_000_000
