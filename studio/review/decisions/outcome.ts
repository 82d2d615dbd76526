/** Why an article is skipped that somebody else has decided about since the editor saw it. */
export const DECIDED_MEANWHILE = 'already decided by somebody else'

/** What happened to several articles. */
export interface Outcome {
  done: number
  /** How many articles were skipped, by reason. */
  skipped: ReadonlyMap<string, number>
  skip: (reason: string) => void
}

/** An outcome to count with. */
export function createOutcome(): Outcome {
  const skipped = new Map<string, number>()
  return {
    done: 0,
    skipped,
    skip: (reason) => {
      skipped.set(reason, (skipped.get(reason) ?? 0) + 1)
    },
  }
}

/** For example “2 skipped: open errors or warnings; 1 skipped: …”; empty if none was. */
export const describeSkipped = ({skipped}: Outcome): string =>
  Array.from(skipped, ([reason, count]) => `${count} skipped: ${reason}`).join('; ')
