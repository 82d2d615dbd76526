/** What became of several articles. */
export interface Outcome {
  done: number
  /** Why the others were left, each reason with how many. */
  left: ReadonlyMap<string, number>
  leave: (reason: string) => void
}

export function createOutcome(): Outcome {
  const left = new Map<string, number>()
  return {
    done: 0,
    left,
    leave: (reason) => {
      left.set(reason, (left.get(reason) ?? 0) + 1)
    },
  }
}

/** “2 left: open errors or warnings; 1 left: …”; empty where none was. */
export const leftOf = ({left}: Outcome): string =>
  Array.from(left, ([reason, count]) => `${count} left: ${reason}`).join('; ')
