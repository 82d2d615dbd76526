/**
 * Version of what the pipeline makes of bytes. It goes up when the same bytes would give other documents, so that an
 * operator can tell which articles an older pipeline made. `pipeline-digests.json` holds what this version makes of every fixture, and a
 * test fails when that changes.
 */
export const PIPELINE_VERSION = '4'
