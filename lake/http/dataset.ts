import type {Context} from 'hono'
import {Problem} from './problem.ts'

/** Sanity's rule for dataset names, which also makes them safe as folder names. */
const NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/

/** The dataset in the path. */
export function datasetOf(context: Context): string {
  const dataset = context.req.param('dataset') ?? ''
  if (NAME.test(dataset)) return dataset
  throw new Problem(
    404,
    `Dataset "${dataset}" not found: a name is 1 to 64 lower-case letters, digits, underscores and hyphens, and begins with a letter or digit`,
    'SIO-404-DNF',
  )
}
