/**
 * Version of what the pipeline makes of bytes. It goes up when the same bytes would give other documents, so that an
 * operator can tell which articles an older pipeline made.
 */
export const PIPELINE_VERSION = '2'
