/**
 * Property tests draw the same cases in every run, so that a failure is the change's and not the day's. To look further:
 * `COPYDESK_TEST_SEED=$RANDOM npm test -- test/invariants`; a case that fails belongs into a table, then.
 */
import fc from 'fast-check'

fc.configureGlobal({seed: Number(process.env.COPYDESK_TEST_SEED ?? 20_261_123)})
