/** Paths inside a block, in Sanity's notation: names joined by dots, array members by their key. */
export interface PathStep {
  name: string
  /** Key of the member of the array `name`; absent for a plain field. */
  key?: string
}

const STEP = /([A-Za-z_]\w*)(?:\[_key\s*==\s*(?:"([^"\\]*)"|'([^'\\]*)')\])?(?:\.|$)/y

/** Steps of a path; undefined where it is not one that these operations know. */
export function parsePath(path: string): PathStep[] | undefined {
  const steps: PathStep[] = []
  STEP.lastIndex = 0
  while (STEP.lastIndex < path.length) {
    const match = STEP.exec(path)
    const name = match?.[1]
    if (!match || name === undefined) return undefined
    const key = match[2] ?? match[3]
    steps.push(key === undefined ? {name} : {name, key})
  }
  return steps.length > 0 && !path.endsWith('.') ? steps : undefined
}

/** The step of a path that leads to the member with `key` of the array `name`. */
export const member = (name: string, key: string): string => `${name}[_key=="${key}"]`
